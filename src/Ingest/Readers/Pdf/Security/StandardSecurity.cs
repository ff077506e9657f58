using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Security;

internal enum CryptMethod { None, Rc4, Aes128, Aes256 }

/// <summary>The standard security handler (ISO 32000-2, 7.6.4) once a password has opened it: decrypts under each object's own key.</summary>
internal sealed class StandardSecurity
{
    private readonly byte[] _fileKey;

    private StandardSecurity(byte[] fileKey, CryptMethod strings, CryptMethod streams, bool encryptsMetadata)
    {
        _fileKey = fileKey;
        StringMethod = strings;
        StreamMethod = streams;
        EncryptsMetadata = encryptsMetadata;
    }

    public CryptMethod StringMethod { get; }

    public CryptMethod StreamMethod { get; }

    public bool EncryptsMetadata { get; }

    /// <summary>Opens with the password, else with the empty one; null with a reason where neither fits or the handler is unknown.</summary>
    public static StandardSecurity? Open(PdfDictionary encrypt, byte[] documentId, string? password, out string reason)
    {
        reason = "";
        string handler = encrypt.Get("Filter").Name ?? "";
        int version = encrypt.Get("V").Int();
        int revision = encrypt.Get("R").Int();
        if (handler is not ("Standard" or "") || version is < 1 or > 5 || revision is < 2 or > 6)
        {
            reason = $"The file is encrypted in a way that is not known (handler {handler}, V{version}, R{revision}).";
            return null;
        }
        var rules = EncryptionRules.Of(encrypt, documentId, version, revision);
        byte[]? key = FileKey.Derive(rules, password ?? "") ?? (string.IsNullOrEmpty(password) ? null : FileKey.Derive(rules, ""));
        if (key is null)
        {
            reason = "The file opens only with its password; give it with --password.";
            return null;
        }
        return new StandardSecurity(key, rules.Method(encrypt, "StrF"), rules.Method(encrypt, "StmF"), rules.EncryptsMetadata);
    }

    public ReadOnlyMemory<byte> Decrypt(ReadOnlyMemory<byte> data, CryptMethod method, int number, int generation) => method switch
    {
        CryptMethod.Rc4 => Rc4.Apply(ObjectKey(number, generation, aes: false), data.Span),
        CryptMethod.Aes128 => AesText.Decrypt(ObjectKey(number, generation, aes: true), data.Span),
        CryptMethod.Aes256 => AesText.Decrypt(_fileKey, data.Span),
        _ => data,
    };

    /// <summary>Algorithm 1 (7.6.3.2): the file's key, salted with the object's number.</summary>
    private byte[] ObjectKey(int number, int generation, bool aes)
    {
        Span<byte> salted = stackalloc byte[_fileKey.Length + 9];
        _fileKey.CopyTo(salted);
        Span<byte> tail = salted[_fileKey.Length..];
        (tail[0], tail[1], tail[2], tail[3], tail[4]) = ((byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8));
        "sAlT"u8.CopyTo(tail[5..]);
        byte[] hash = Md5.Hash(aes ? salted : salted[..^4]);
        return hash[..Math.Min(_fileKey.Length + 5, 16)];
    }
}
