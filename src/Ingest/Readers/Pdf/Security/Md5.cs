using System.Security.Cryptography;

namespace Ingest.Readers.Pdf.Security;

/// <summary>MD5, which the security handlers of revisions 2 to 4 prescribe (ISO 32000-2, 7.6.4.3).</summary>
internal static class Md5
{
#pragma warning disable CA5351 // Files encrypted that way cannot be opened with any other hash; nothing is protected with it here.
    public static byte[] Hash(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351
}
