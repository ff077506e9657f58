namespace Ingest.Readers.Pdf.Security;

/// <summary>Decrypts strings and streams of one object; the default value leaves everything as it is.</summary>
internal readonly struct ObjectCipher(StandardSecurity? security, int number, int generation)
{
    public bool IsNone => security is null;

    public byte[] DecryptString(byte[] bytes) => security is null ? bytes : security.Decrypt(bytes, security.StringMethod, number, generation).ToArray();

    public ReadOnlyMemory<byte> DecryptStream(ReadOnlyMemory<byte> bytes) =>
        security is null ? bytes : security.Decrypt(bytes, security.StreamMethod, number, generation);
}
