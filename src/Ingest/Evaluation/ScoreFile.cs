using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Commands;

namespace Ingest.Evaluation;

/// <summary>A score card in a file, so that a later run can be held against it.</summary>
internal static class ScoreFile
{
    public static void Save(string path, ScoreCard card)
    {
        using var writer = new StreamWriter(path);
        JsonOutput.WriteArray(writer, card.Facts);
    }

    /// <exception cref="UsageException">It cannot be read, or is none.</exception>
    public static ImmutableArray<ScoredFact> Load(string path)
    {
        try
        {
            return [.. JsonSerializer.Deserialize<ScoredFact[]>(File.ReadAllText(path), JsonOutput.Options) ?? []];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"{path} is not a file of ingest eval --save: {error.Message}", error);
        }
    }
}
