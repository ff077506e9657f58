using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Security;

/// <summary>What an encryption dictionary says (ISO 32000-2, tables 20 and 21), sizes brought into their legal range.</summary>
internal sealed record EncryptionRules(
    int Version, int Revision, int KeyLength, int Permissions, byte[] Owner, byte[] User, byte[] OwnerKey, byte[] UserKey, byte[] DocumentId, bool EncryptsMetadata)
{
    public static EncryptionRules Of(PdfDictionary encrypt, byte[] documentId, int version, int revision)
    {
        int bits = encrypt.Get("Length").Int(version == 4 ? 128 : 40);
        // Some writers give the length in bytes; no key is shorter than 40 bits.
        int length = Math.Clamp(bits < 40 ? bits : bits / 8, 5, 16);
        if (version == 1) length = 5;
        if (version == 4) length = 16;
        return new EncryptionRules(
            version, revision, length, unchecked((int)(long)encrypt.Get("P").Number()),
            encrypt.Get("O").Bytes ?? [], encrypt.Get("U").Bytes ?? [], encrypt.Get("OE").Bytes ?? [], encrypt.Get("UE").Bytes ?? [],
            documentId, encrypt.Get("EncryptMetadata").Boolean(true));
    }

    /// <param name="use">"StmF" or "StrF": what the crypt filter is for. Without crypt filters (V below 4) it is RC4.</param>
    public CryptMethod Method(PdfDictionary encrypt, string use)
    {
        if (Version < 4) return CryptMethod.Rc4;
        string name = encrypt.Get(use).Name ?? "Identity";
        if (name == "Identity") return CryptMethod.None;
        string? method = encrypt.Get("CF").Dictionary?.Get(name).Dictionary?.Get("CFM").Name;
        return method switch
        {
            "V2" => CryptMethod.Rc4,
            "AESV2" => CryptMethod.Aes128,
            "AESV3" => CryptMethod.Aes256,
            "None" => CryptMethod.None,
            _ => Version == 5 ? CryptMethod.Aes256 : CryptMethod.Rc4,
        };
    }
}
