using PromptDsl.Semantics.Model;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Compilation;

public class JsonDialectTests
{
    private readonly ModelBuilder _m = new();

    [Fact]
    public void Json_has_the_keys_of_the_schema() =>
        Check(
            "en",
            Models.SlowTideLayout(_m),
            """
            {
              "intent": {
                "content": "poster",
                "purpose": "a wall poster for a row of holiday cabins"
              },
              "images": [
                {
                  "image": "Image 1",
                  "role": [
                    "style"
                  ],
                  "take": "brushwork and muted greens"
                }
              ],
              "scene": {
                "setting": "reeds, wet sand and a line of low hills"
              },
              "subject": {
                "description": "a boathouse on stilts at the edge of a tidal inlet"
              },
              "objects": [
                {
                  "description": "a tarred boathouse with a red door",
                  "at": "on the left",
                  "emphasis": "high"
                },
                {
                  "description": "two leaning alders",
                  "at": "on the right",
                  "count": 2
                },
                {
                  "description": "a calm inlet at half tide",
                  "below": "the boathouse"
                }
              ],
              "layout": {
                "safe-area": {
                  "top": "60%",
                  "margin-bottom": "10%"
                }
              },
              "style": {
                "medium": "oil on canvas",
                "movement": "Impressionism",
                "palette": [
                  "#51666B",
                  "#A9B8A3",
                  "#E7D9BC",
                  "#C4633B"
                ]
              },
              "avoid": [
                "people",
                "motorboats",
                "watermark"
              ]
            }
            """
        );

    [Fact]
    public void Json_of_an_edit_says_what_to_change_keep_and_avoid() =>
        Check(
            "ko",
            Models.QuietMorningLettering(_m),
            """
            {
              "change": [
                "오두막 위 빈 하늘에 집 이름을 써넣기"
              ],
              "texts": [
                {
                  "exact-text": "고요한 아침",
                  "above": "돌 굴뚝이 있는 낡은 통나무 오두막",
                  "font": "획 끝이 풀린 붓글씨",
                  "color": "#7E2A18"
                }
              ],
              "keep": [
                "오두막",
                "호수 쪽으로 기운 자작나무 세 그루",
                "바람 한 점 없이 잔잔한 호수",
                "물안개"
              ],
              "keep-style": {
                "medium": "캔버스에 유화",
                "movement": "인상주의",
                "palette": [
                  "#4C6470",
                  "#B5C2B7",
                  "#EFE3C8",
                  "#B5523B"
                ]
              },
              "avoid": [
                "사람",
                "모터보트",
                "워터마크"
              ]
            }
            """
        );

    [Fact]
    public void Json_nests_areas_and_rows_and_escapes_no_more_than_it_must() =>
        Check(
            "en",
            _m.Generation(
                new Scene
                {
                    Domains =
                    [
                        _m.Domain("illustration", ("palette", "짙은 \"남색\"")),
                        _m.Domain("ui", ("palette", "a\\b\tc\u0001 <&'é😀>")),
                    ],
                    Things =
                    [
                        _m.Region(null, _m.Area("a hall", _m.Object(null, "a cat"), _m.Lettering(null, "A\nB"))),
                        _m.Grid("2x1", null, null, _m.Area("a sun"), _m.Area("a moon")),
                        _m.Table(
                            null,
                            "Sun",
                            _m.Fields(("unit", "t")),
                            _m.Row(null, "Q1", 3),
                            _m.Row("Q2", _m.Number("007"))
                        ),
                    ],
                }
            ),
            """
            {
              "tables": [
                {
                  "title": "Sun",
                  "unit": "t",
                  "rows": [
                    [
                      "Q1",
                      3
                    ],
                    {
                      "label": "Q2",
                      "values": [
                        "007"
                      ]
                    }
                  ]
                }
              ],
              "layout": {
                "regions": [
                  {
                    "description": "a hall",
                    "objects": [
                      {
                        "description": "a cat"
                      }
                    ],
                    "texts": [
                      {
                        "exact-text": "A\nB"
                      }
                    ]
                  }
                ],
                "grids": [
                  {
                    "columns": "2",
                    "rows": "1",
                    "cells": [
                      {
                        "cell": "Row 1, column 1",
                        "description": "a sun"
                      },
                      {
                        "cell": "Row 1, column 2",
                        "description": "a moon"
                      }
                    ]
                  }
                ]
              },
              "style": {
                "palette": "짙은 \"남색\"",
                "ui-palette": "a\\b\tc\u0001 <&'é😀>"
              }
            }
            """
        );

    [Fact]
    public void Fields_of_two_blocks_with_one_key_are_both_there() =>
        Check(
            "en",
            _m.Generation(
                new Scene
                {
                    Subject = _m.Subject(null, ("setting", "a hall")),
                    Domains =
                    [
                        _m.Domain("illustration", ("scene", "a dance")),
                        _m.Domain("diagram", ("background", "white")),
                    ],
                }
            ),
            """
            {
              "scene": {
                "setting": "a hall",
                "scene": "a dance",
                "background": "white"
              }
            }
            """
        );

    private static void Check(string locale, Stage stage, string expected) =>
        CompiledText.AssertText(expected, CompiledText.Render(stage, locale, "json").Text);
}
