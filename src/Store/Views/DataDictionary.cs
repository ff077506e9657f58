using System.Collections.Immutable;

namespace Ingest.Store;

/// <param name="Type">text, integer, real, boolean (0 or 1), date (ISO 8601 at its own precision), instant (ISO 8601, UTC) or JSON.</param>
public sealed record DictionaryColumn(string Name, string Type, string Meaning);

/// <summary>A promised view. Its twin <c>NAME_all</c> has the same columns and <c>version_id</c>.</summary>
public sealed record DictionaryView(string Name, string Meaning, ImmutableArray<DictionaryColumn> Columns);

/// <summary>What every column of every promised view means; kept as data beside the views (<c>dictionary.tsv</c>).</summary>
public static class DataDictionary
{
    public static ImmutableArray<DictionaryView> Views { get; } = Load();

    private static ImmutableArray<DictionaryView> Load()
    {
        using Stream stream = typeof(DataDictionary).Assembly.GetManifestResourceStream("Ingest.Store.Views.dictionary.tsv")!;
        using var reader = new StreamReader(stream);
        string[][] rows = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
        return
        [
            .. rows.Where(row => row[1].Length == 0).Select(view => new DictionaryView(
                view[0], view[3], [.. rows.Where(row => row[0] == view[0] && row[1].Length > 0).Select(row => new DictionaryColumn(row[1], row[2], row[3]))])),
        ];
    }
}
