using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Ingest.Sources;

/// <summary>A document to be read.</summary>
/// <param name="Source">The name under which it is known: a full path or an address.</param>
/// <param name="Skip">Why it is not read; null where it is.</param>
/// <param name="Original">The file that its bytes are in, where that is not <paramref name="Source"/>.</param>
public sealed record SourceEntry(string Source, string? Skip = null, string? Original = null);

/// <summary>Paths, folders and globs as a user gives them, resolved to files in one fixed order.</summary>
public sealed record SourceList(ImmutableArray<SourceEntry> Entries, ImmutableArray<string> NotFound)
{
    /// <summary>Endings that policies come under. Content decides what a file is; its ending only decides whether a folder's file is looked at.</summary>
    private static readonly string[] Endings = [".pdf", ".htm", ".html", ".xhtml", ".mhtml", ".docx", ".md", ".markdown", ".txt", ".text", ""];

    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>Full paths in ordinal order, each once. A file that is named itself is read whatever its ending.</summary>
    public static SourceList Resolve(IEnumerable<string> paths)
    {
        var found = new SortedDictionary<string, SourceEntry>(StringComparer.Ordinal);
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (string path in paths)
        {
            if (File.Exists(path)) Named(path);
            else if (Directory.Exists(path)) Folder(path);
            else if (!Glob(path)) missing.Add(path);
        }
        return new([.. found.Values], missing.ToImmutable());

        void Named(string path)
        {
            string full = Path.GetFullPath(path);
            found[full] = new(full);
        }

        void Folder(string folder)
        {
            foreach (string path in Directory.EnumerateFiles(Path.GetFullPath(folder), "*", Recursive))
            {
                string ending = Path.GetExtension(path);
                bool looked = Endings.Contains(ending, StringComparer.OrdinalIgnoreCase);
                found.TryAdd(path, new(path, looked ? null : $"files ending in {ending} are not read from folders; name the file itself to have it read"));
            }
        }

        // "**" spans folders; "*" and "?" stay within a name.
        bool Glob(string pattern)
        {
            if (pattern.AsSpan().IndexOfAny('*', '?') < 0) return false;
            string full = Path.GetFullPath(pattern);
            string root = full[..full.AsSpan().IndexOfAny('*', '?')];
            root = root[..(root.LastIndexOf(Path.DirectorySeparatorChar) + 1)];
            if (!Directory.Exists(root)) return false;
            string[] wanted = full[root.Length..].Split(Path.DirectorySeparatorChar);
            int before = found.Count;
            bool any = false;
            foreach (string path in Directory.EnumerateFiles(root, "*", Recursive))
            {
                if (!Matches(wanted, path[root.Length..].Split(Path.DirectorySeparatorChar))) continue;
                any = true;
                Named(path);
            }
            return any || found.Count > before;
        }
    }

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> names)
    {
        if (pattern.IsEmpty) return names.IsEmpty;
        if (pattern[0] == "**") return Matches(pattern[1..], names) || (!names.IsEmpty && Matches(pattern, names[1..]));
        return !names.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], names[0]) && Matches(pattern[1..], names[1..]);
    }
}
