using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Policy;

internal sealed class ProvenanceLostRule() : LintRule("IMG3605", "provenance-lost", DiagnosticSeverity.Hint)
{
    public override string Documentation =>
        """
            ## What it checks

            `expect { provenance: c2pa }` in a stage whose `format` is gif or svg. Nobody was seen to state that pictures
            of these formats come with a provenance record; for the others it is documented.

            ## Why it matters

            The record is bytes of the file. The expectation fails where the service writes none, and a conversion from
            PNG, JPEG or WebP afterwards drops the one that was there.

            ## Example

            ```imgp
            subject: "a windmill turning in a light breeze"
            technical { model: "gpt-image-2.6-sunburst", format: gif }
            expect { provenance: c2pa }
            ```

            ```imgp
            locale: ko
            subject: "산들바람에 도는 풍차"
            technical { model: "gpt-image-2.6-sunburst", format: svg }
            expect { provenance: c2pa }
            ```

            ## Use instead

            ```imgp
            subject: "a windmill in a light breeze"
            technical { model: "gpt-image-2.6-sunburst", format: png }
            expect { provenance: c2pa }
            ```

            ```imgp
            locale: ko
            subject: "산들바람에 도는 풍차"
            technical { model: "gpt-image-2.6-sunburst", format: webp }
            expect { provenance: c2pa }
            ```

            ## Fix safety

            There is no fix: the format and the record are both wanted, and only you can give one up.

            ## Options

            None.

            ## Source

            OpenAI's help centre, article 8912793 (read in November 2026): generated images carry C2PA metadata, and
            "editing, converting, or sharing a file can remove its metadata". Whether gif and svg are signed is not
            documented.
            """;

    internal override void CheckStage(StageContext context)
    {
        Stage stage = context.Stage;
        if (
            stage.Expect.Find("provenance") is { } expected
            && stage.Technical.Find("format") is { } format
            && stage.Parameters.Format is "gif" or "svg"
        )
        {
            context.Report(
                Finding(
                    format.Value.Place,
                    "not known to carry a provenance record",
                    $"a picture in {stage.Parameters.Format} is not documented to carry a provenance record, so the expectation may fail",
                    "Ask for png, jpeg or webp, and keep the file as it comes back."
                ) with
                {
                    Secondary = [new DiagnosticLabel(expected.Value.Place, "expected here")],
                }
            );
        }
    }
}
