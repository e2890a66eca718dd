using System.Collections.Immutable;
using PromptDsl.FalseAlarms;

string? code = args is [_, "--hits", var asked] ? asked : null;
if ((code is null && args.Length != 1) || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: PromptDsl.FalseAlarms FOLDER [--hits CODE]");
    return 2;
}

ImmutableArray<PromptCollection> collections = PromptCollection.ReadFolder(args[0]);
List<(Reading Reading, List<Hit> Hits)> readings =
[
    .. new[] { Reading.Plain, Reading.Subject }.Select(r => (r, r.Read(collections))),
];
if (code is not null)
{
    foreach ((Reading reading, List<Hit> hits) in readings)
    {
        Console.WriteLine($"# {reading.Title}");
        foreach (Hit hit in hits.Where(h => h.Finding.Code == code))
        {
            string others = string.Concat(hit.Finding.Secondary.Select(l => $" [{l.Place.Text}]"));
            Console.WriteLine(
                $"{hit.Collection}:{hit.Number} [{hit.Finding.Primary.Place.Text}]{others} {hit.Finding.Message}"
            );
            Console.WriteLine(
                $"    {collections.First(c => c.Name == hit.Collection).Prompts[hit.Number - 1].ReplaceLineEndings(" ")}"
            );
        }
    }

    return 0;
}

File.WriteAllText("docs/false-alarms.md", Report.Write(collections, readings));
return 0;
