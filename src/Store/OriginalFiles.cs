using System.Security.Cryptography;

namespace Ingest.Store;

/// <summary>
/// The original bytes of every stored version, named by their SHA-256, in a folder beside the database: <c>NAME.originals/ab/abcdef…</c>.
/// Files are written once and never changed. Safe to use from several threads.
/// </summary>
public sealed class OriginalFiles
{
    private readonly string _folder;

    private OriginalFiles(string folder) => _folder = folder;

    public static OriginalFiles Beside(string database) => new(Path.ChangeExtension(Path.GetFullPath(database), ".originals"));

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);

    /// <summary>Writes the bytes unless they are there. A reader never sees half a file: it is written under another name and renamed.</summary>
    /// <exception cref="StoreException">The folder cannot be written.</exception>
    public void Keep(string sha256, ReadOnlyMemory<byte> bytes)
    {
        string path = PathOf(sha256);
        if (File.Exists(path)) return;
        string temporary = path + "." + Guid.NewGuid().ToString("N") + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(bytes.Span);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The original could not be kept in {_folder}: {error.Message}", error);
        }
    }

    /// <summary>The bytes; null where the file is missing.</summary>
    public byte[]? Read(string sha256)
    {
        string path = PathOf(sha256);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
