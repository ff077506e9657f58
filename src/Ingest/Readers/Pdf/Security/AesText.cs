using System.Security.Cryptography;

namespace Ingest.Readers.Pdf.Security;

/// <summary>AES in CBC mode as PDF uses it (ISO 32000-2, 7.6.3): the first block is the initialization vector, padding as in PKCS 5.</summary>
internal static class AesText
{
    private const int Block = 16;

    /// <summary>Decrypts; wrong padding is tolerated, a broken last block is dropped.</summary>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> data)
    {
        if (data.Length < 2 * Block) return [];
        byte[] plain = Cbc(key, data[..Block], data[Block..(data.Length / Block * Block)]);
        int padding = plain[^1];
        return padding is >= 1 and <= Block ? plain[..^padding] : plain;
    }

    /// <summary>Whole blocks without padding.</summary>
    public static byte[] Cbc(byte[] key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(data, vector, PaddingMode.None);
    }

    public static byte[] EncryptCbc(byte[] key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(data, vector, PaddingMode.None);
    }
}
