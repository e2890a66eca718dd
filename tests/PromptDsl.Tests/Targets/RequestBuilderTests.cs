using PromptDsl.Targets;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Targets;

public class RequestBuilderTests
{
    private static readonly RequestDescription Cat = new() { Prompt = "a cat", Action = RequestAction.Generate };

    private static readonly RequestInput Photo = new(1, ["content"], new FileInput("refs/photo.JPG"));

    private static readonly RequestDescription Edit = Cat with { Action = RequestAction.Edit, Inputs = [Photo] };

    private static readonly ImageParameters Everything = new()
    {
        Model = "gpt-image-2.6-flare",
        Size = new ImageSize(1536, 864),
        Quality = "high",
        Format = "webp",
        Compression = 80,
        Background = "transparent",
        Count = 3,
        Moderation = "low",
        InputFidelity = "high",
        PartialImages = 2,
        Complexity = "low",
    };

    [Fact]
    public void A_generation_sends_prompt_and_model_alone_when_nothing_is_asked_for() =>
        AssertJson(
            Cat,
            """
            {
              "schema": 1,
              "endpoint": "/v1/images/generations",
              "encoding": "application/json",
              "repeat": 1,
              "fields": {
                "prompt": "a cat",
                "model": "gpt-image-2"
              },
              "inputs": []
            }

            """
        );

    [Fact]
    public void A_generation_sends_what_is_asked_for_in_the_order_of_the_api() =>
        AssertJson(
            Cat with
            {
                Prompt = "고양이 \"야옹\" 😀\n<b> & 'c' + \\ \t end",
                Parameters = Everything,
            },
            """
            {
              "schema": 1,
              "endpoint": "/v1/images/generations",
              "encoding": "application/json",
              "repeat": 1,
              "fields": {
                "prompt": "고양이 \"야옹\" \uD83D\uDE00\n<b> & 'c' + \\ \t end",
                "model": "gpt-image-2.6-flare",
                "n": 3,
                "quality": "high",
                "output_format": "webp",
                "output_compression": 80,
                "size": "1536x864",
                "moderation": "low",
                "background": "transparent",
                "partial_images": 2,
                "stream": true,
                "complexity": "low"
              },
              "inputs": []
            }

            """
        );

    [Fact]
    public void An_edit_of_one_picture_sends_one_image_part() =>
        AssertJson(
            Edit with
            {
                Parameters = Everything with { Moderation = null, Count = 1, PartialImages = 0 },
            },
            """
            {
              "schema": 1,
              "endpoint": "/v1/images/edits",
              "encoding": "multipart/form-data",
              "repeat": 1,
              "fields": {
                "prompt": "a cat",
                "model": "gpt-image-2.6-flare",
                "quality": "high",
                "output_format": "webp",
                "output_compression": 80,
                "size": "1536x864",
                "background": "transparent",
                "input_fidelity": "high",
                "complexity": "low"
              },
              "inputs": [
                {
                  "name": "image",
                  "number": 1,
                  "roles": [
                    "content"
                  ],
                  "content_type": "image/jpeg",
                  "file": "refs/photo.JPG"
                }
              ]
            }

            """
        );

    [Fact]
    public void An_edit_of_several_pictures_sends_image_parts_in_order() =>
        AssertJson(
            Edit with
            {
                Inputs =
                [
                    new RequestInput(1, ["content"], new StageInput("layout")),
                    new RequestInput(2, ["content"], new StageInput("mood", "webp")),
                    new RequestInput(3, ["style", "character"], new FileInput("refs/board.png")),
                ],
                Parameters = new ImageParameters { Aspect = new AspectRatio(2, 3) },
            },
            """
            {
              "schema": 1,
              "endpoint": "/v1/images/edits",
              "encoding": "multipart/form-data",
              "repeat": 1,
              "fields": {
                "prompt": "a cat",
                "model": "gpt-image-2",
                "size": "1024x1536"
              },
              "inputs": [
                {
                  "name": "image[]",
                  "number": 1,
                  "roles": [
                    "content"
                  ],
                  "content_type": "image/png",
                  "stage": "layout"
                },
                {
                  "name": "image[]",
                  "number": 2,
                  "roles": [
                    "content"
                  ],
                  "content_type": "image/webp",
                  "stage": "mood"
                },
                {
                  "name": "image[]",
                  "number": 3,
                  "roles": [
                    "style",
                    "character"
                  ],
                  "content_type": "image/png",
                  "file": "refs/board.png"
                }
              ]
            }

            """
        );

    [Fact]
    public void A_mask_is_a_part_of_its_own() =>
        AssertJson(
            Edit with
            {
                Mask = new RequestMask("refs/mask.png"),
            },
            """
            {
              "schema": 1,
              "endpoint": "/v1/images/edits",
              "encoding": "multipart/form-data",
              "repeat": 1,
              "fields": {
                "prompt": "a cat",
                "model": "gpt-image-2"
              },
              "inputs": [
                {
                  "name": "image",
                  "number": 1,
                  "roles": [
                    "content"
                  ],
                  "content_type": "image/jpeg",
                  "file": "refs/photo.JPG"
                }
              ],
              "mask": {
                "name": "mask",
                "content_type": "image/png",
                "file": "refs/mask.png"
              }
            }

            """
        );

    [Fact]
    public void An_edit_with_moderation_takes_the_json_form()
    {
        RequestDescription description = Edit with
        {
            Mask = new RequestMask("refs/mask.png"),
            Parameters = new ImageParameters { Moderation = "low" },
        };
        AssertJson(
            description,
            """
            {
              "schema": 1,
              "endpoint": "/v1/images/edits",
              "encoding": "application/json",
              "repeat": 1,
              "fields": {
                "prompt": "a cat",
                "model": "gpt-image-2",
                "moderation": "low",
                "images": [
                  {
                    "image_url": {
                      "$file": "refs/photo.JPG"
                    }
                  }
                ],
                "mask": {
                  "image_url": {
                    "$file": "refs/mask.png"
                  }
                }
              },
              "inputs": [
                {
                  "name": "images",
                  "number": 1,
                  "roles": [
                    "content"
                  ],
                  "content_type": "image/jpeg",
                  "file": "refs/photo.JPG"
                }
              ],
              "mask": {
                "name": "mask",
                "content_type": "image/png",
                "file": "refs/mask.png"
              }
            }

            """
        );
        Assert.Equal([new RequestNote(RequestNoteKind.JsonFormNeeded, "moderation")], Build(description).Notes);
    }

    [Fact]
    public void A_response_calls_the_image_tool_of_a_conversing_model() =>
        AssertJson(
            Edit with
            {
                Route = ApiRoute.Responses,
                Mask = new RequestMask("refs/mask.png"),
                Parameters = Everything with { ConversationModel = "gpt-5.5" },
            },
            """
            {
              "schema": 1,
              "endpoint": "/v1/responses",
              "encoding": "application/json",
              "repeat": 3,
              "fields": {
                "model": "gpt-5.5",
                "input": [
                  {
                    "role": "user",
                    "content": [
                      {
                        "type": "input_text",
                        "text": "a cat"
                      },
                      {
                        "type": "input_image",
                        "image_url": {
                          "$file": "refs/photo.JPG"
                        }
                      }
                    ]
                  }
                ],
                "tools": [
                  {
                    "type": "image_generation",
                    "model": "gpt-image-2.6-flare",
                    "quality": "high",
                    "size": "1536x864",
                    "output_format": "webp",
                    "output_compression": 80,
                    "moderation": "low",
                    "background": "transparent",
                    "input_fidelity": "high",
                    "input_image_mask": {
                      "image_url": {
                        "$file": "refs/mask.png"
                      }
                    },
                    "partial_images": 2,
                    "action": "edit",
                    "complexity": "low"
                  }
                ],
                "tool_choice": {
                  "type": "image_generation"
                },
                "stream": true
              },
              "inputs": [
                {
                  "name": "input_image",
                  "number": 1,
                  "roles": [
                    "content"
                  ],
                  "content_type": "image/jpeg",
                  "file": "refs/photo.JPG"
                }
              ],
              "mask": {
                "name": "input_image_mask",
                "content_type": "image/png",
                "file": "refs/mask.png"
              }
            }

            """
        );

    [Fact]
    public void A_later_response_names_the_stage_that_it_continues() =>
        AssertJson(
            new RequestDescription
            {
                Prompt = "add mist",
                Action = RequestAction.Edit,
                Route = ApiRoute.Responses,
                PreviousStage = "layout",
                Inputs = [new RequestInput(1, ["style"], new StageInput("board"))],
            },
            """
            {
              "schema": 1,
              "endpoint": "/v1/responses",
              "encoding": "application/json",
              "repeat": 1,
              "fields": {
                "model": "gpt-5",
                "input": [
                  {
                    "role": "user",
                    "content": [
                      {
                        "type": "input_text",
                        "text": "add mist"
                      },
                      {
                        "type": "input_image",
                        "image_url": {
                          "$stage": "board"
                        }
                      }
                    ]
                  }
                ],
                "tools": [
                  {
                    "type": "image_generation",
                    "model": "gpt-image-2",
                    "action": "edit"
                  }
                ],
                "tool_choice": {
                  "type": "image_generation"
                }
              },
              "inputs": [
                {
                  "name": "input_image",
                  "number": 1,
                  "roles": [
                    "style"
                  ],
                  "content_type": "image/png",
                  "stage": "board"
                }
              ],
              "previous_response": {
                "stage": "layout"
              }
            }

            """
        );

    [Fact]
    public void A_generation_with_references_goes_to_the_edits_endpoint() =>
        Assert.Equal("/v1/images/edits", Build(Edit with { Action = RequestAction.Generate }).Endpoint);

    [Fact]
    public void A_previous_stage_needs_the_responses_route() =>
        Assert.Throws<ArgumentException>(() => Build(Cat with { PreviousStage = "layout" }));

    [Theory]
    [InlineData(ApiRoute.Images, "gpt-image-2", null, null, 1, 1)]
    [InlineData(ApiRoute.Images, "gpt-image-2", null, 4, 4, 1)]
    [InlineData(ApiRoute.Images, "gpt-image-2.6-flare", "svg", 4, 1, 4)]
    [InlineData(ApiRoute.Images, "gpt-image-2.6-flare", "gif", 4, 4, 1)]
    [InlineData(ApiRoute.Images, "dall-e-3", null, 2, 1, 2)]
    [InlineData(ApiRoute.Images, "somebody-else", "svg", 4, 4, 1)]
    [InlineData(ApiRoute.Responses, "gpt-image-2", null, 4, 1, 4)]
    public void Several_pictures_are_one_request_or_several(
        ApiRoute route,
        string model,
        string? format,
        int? count,
        int perRequest,
        int repeat
    )
    {
        var parameters = new ImageParameters
        {
            Model = model,
            Format = format,
            Count = count,
        };
        ImageRequest request = Build(Cat with { Route = route, Parameters = parameters });
        Assert.Equal((perRequest, repeat), (request.Count, request.Repeat));
        Assert.Equal(perRequest > 1, request.Fields.Any(field => field.Name == "n"));
    }

    [Theory]
    [InlineData("gpt-image-2", null, SizeBasis.NotAsked, null, null)]
    [InlineData("gpt-image-2", "16:9", SizeBasis.ChosenForAspect, "1536x864", 0.0)]
    [InlineData("gpt-image-1.5", "16:9", SizeBasis.ChosenForAspect, "1536x1024", 0.185185)]
    [InlineData("gpt-image-2", "4:1", SizeBasis.AspectOutOfRange, null, null)]
    [InlineData("chatgpt-image-latest", "16:9", SizeBasis.RuleUnknown, null, null)]
    [InlineData("somebody-else", "16:9", SizeBasis.RuleUnknown, null, null)]
    public void A_ratio_becomes_a_size(string model, string? aspect, SizeBasis basis, string? sent, double? error)
    {
        AspectRatio? asked = aspect is not null && AspectRatio.TryParse(aspect, out AspectRatio a) ? a : null;
        ImageRequest request = Build(
            Cat with
            {
                Parameters = new ImageParameters { Model = model, Aspect = asked },
            }
        );
        Assert.Equal(basis, request.Size.Basis);
        Assert.Equal(asked, request.Size.Aspect);
        Assert.Equal(sent, request.Size.Sent);
        Assert.Equal(sent, SentSize(request));
        Assert.Equal(error is null, request.Size.RatioError is null);
        Assert.Equal(error ?? 0, request.Size.RatioError ?? 0, 6);
    }

    [Fact]
    public void An_explicit_size_comes_before_auto_and_auto_before_the_ratio()
    {
        var parameters = new ImageParameters
        {
            Size = new ImageSize(1000, 1000),
            AutoSize = true,
            Aspect = new AspectRatio(16, 9),
        };
        ImageRequest request = Build(Cat with { Parameters = parameters });
        Assert.Equal(SizeBasis.ExplicitSize, request.Size.Basis);
        Assert.Equal("1000x1000", SentSize(request));
        Assert.Null(request.Size.RatioError);

        request = Build(Cat with { Parameters = parameters with { Size = null } });
        Assert.Equal(SizeBasis.Auto, request.Size.Basis);
        Assert.Equal("auto", SentSize(request));
    }

    [Fact]
    public void Notes_say_what_a_caller_may_report()
    {
        Assert.Empty(Build(Cat).Notes);
        Assert.Equal(
            [
                new RequestNote(RequestNoteKind.UnknownModel, "somebody-else"),
                new RequestNote(RequestNoteKind.UnsupportedInputFormat, "mask.bmp"),
                new RequestNote(RequestNoteKind.ParameterNotSent, "input_fidelity"),
                new RequestNote(RequestNoteKind.ParameterNotSent, "mask"),
            ],
            Build(
                Cat with
                {
                    Mask = new RequestMask("mask.bmp"),
                    Parameters = new ImageParameters { Model = "somebody-else", InputFidelity = "high" },
                }
            ).Notes
        );
        Assert.Equal(
            [
                new RequestNote(RequestNoteKind.UnsupportedInputFormat, "animation"),
                new RequestNote(RequestNoteKind.UnsupportedInputFormat, "no-extension"),
            ],
            Build(
                Edit with
                {
                    Inputs =
                    [
                        Photo,
                        new RequestInput(2, ["content"], new StageInput("animation", "gif")),
                        new RequestInput(3, ["content"], new FileInput("no-extension")),
                    ],
                }
            ).Notes
        );
    }

    private static ImageRequest Build(RequestDescription description) =>
        RequestBuilder.Build(ModelCatalog.BuiltIn, description);

    private static string? SentSize(ImageRequest request) =>
        request.Fields.FirstOrDefault(field => field.Name == "size")?.Value is RequestValue.Text text
            ? text.Value
            : null;

    private static void AssertJson(RequestDescription description, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), Build(description).ToJson());
}
