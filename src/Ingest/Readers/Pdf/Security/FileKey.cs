using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Readers.Pdf.Security;

/// <summary>Derives the file encryption key from a password, tried as the user's and as the owner's (ISO 32000-2, 7.6.4.3 and 7.6.4.4).</summary>
internal static class FileKey
{
    private const int PasswordBlock = 32;

    private static ReadOnlySpan<byte> Padding =>
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <summary>The key, or null where the password opens neither as the user's nor as the owner's.</summary>
    public static byte[]? Derive(EncryptionRules rules, string password)
    {
        if (rules.Version == 5) return Derive256(rules, Encoding.UTF8.GetBytes(password));
        if (rules.User.Length < 16) return null;
        byte[] padded = Pad(Encoding.Latin1.GetBytes(password));
        return FromUser(rules, padded) ?? FromUser(rules, UserFromOwner(rules, padded));
    }

    /// <summary>Algorithm 2, checked by algorithms 4 to 6.</summary>
    private static byte[]? FromUser(EncryptionRules rules, byte[] padded)
    {
        byte[] key = Key(rules, padded);
        if (rules.Revision == 2) return Rc4.Apply(key, Padding).AsSpan().SequenceEqual(rules.User.AsSpan(0, Math.Min(32, rules.User.Length))) ? key : null;
        byte[] hash = Md5.Hash([.. Padding, .. rules.DocumentId]);
        for (int i = 0; i < 20; i++) hash = Rc4.Apply(Xor(key, i), hash);
        return hash.AsSpan().SequenceEqual(rules.User.AsSpan(0, 16)) ? key : null;
    }

    private static byte[] Key(EncryptionRules rules, byte[] padded)
    {
        byte[] permissions = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, rules.Permissions);
        byte[] owner = rules.Owner.Length > 32 ? rules.Owner[..32] : rules.Owner;
        byte[] unencryptedMetadata = rules.Revision >= 4 && !rules.EncryptsMetadata ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        byte[] hash = Md5.Hash([.. padded, .. owner, .. permissions, .. rules.DocumentId, .. unencryptedMetadata]);
        if (rules.Revision >= 3)
        {
            for (int i = 0; i < 50; i++) hash = Md5.Hash(hash.AsSpan(0, rules.KeyLength));
        }
        return hash[..rules.KeyLength];
    }

    /// <summary>Algorithm 7: the owner's password opens the user's, padded.</summary>
    private static byte[] UserFromOwner(EncryptionRules rules, byte[] padded)
    {
        byte[] hash = Md5.Hash(padded);
        if (rules.Revision >= 3)
        {
            for (int i = 0; i < 50; i++) hash = Md5.Hash(hash);
        }
        byte[] key = hash[..rules.KeyLength];
        byte[] user = rules.Owner.Length > 32 ? rules.Owner[..32] : rules.Owner;
        for (int i = rules.Revision == 2 ? 0 : 19; i >= 0; i--) user = Rc4.Apply(Xor(key, i), user);
        return Pad(user);
    }

    /// <summary>Algorithm 2.A: the key is kept encrypted under a hash of the password.</summary>
    private static byte[]? Derive256(EncryptionRules rules, byte[] password)
    {
        if (rules.User.Length < 48 || rules.Owner.Length < 48 || rules.UserKey.Length < 32 || rules.OwnerKey.Length < 32) return null;
        byte[] cut = password.Length > 127 ? password[..127] : password;
        byte[] user = rules.User[..48];
        if (Hash(rules, cut, user[32..40], []).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
            return AesText.Cbc(Hash(rules, cut, user[40..48], []), new byte[16], rules.UserKey.AsSpan(0, 32));
        if (Hash(rules, cut, rules.Owner[32..40], user).AsSpan().SequenceEqual(rules.Owner.AsSpan(0, 32)))
            return AesText.Cbc(Hash(rules, cut, rules.Owner[40..48], user), new byte[16], rules.OwnerKey.AsSpan(0, 32));
        return null;
    }

    /// <summary>Algorithm 2.B for revision 6; revision 5 is a plain SHA-256.</summary>
    private static byte[] Hash(EncryptionRules rules, byte[] password, byte[] salt, byte[] user)
    {
        byte[] k = SHA256.HashData([.. password, .. salt, .. user]);
        if (rules.Revision < 6) return k;
        for (int round = 0; ; round++)
        {
            byte[] once = [.. password, .. k, .. user];
            byte[] repeated = new byte[once.Length * 64];
            for (int i = 0; i < 64; i++) once.CopyTo(repeated, i * once.Length);
            byte[] e = AesText.EncryptCbc(k[..16], k.AsSpan(16, 16), repeated);
            int remainder = 0;
            for (int i = 0; i < 16; i++) remainder += e[i];
            k = (remainder % 3) switch { 0 => SHA256.HashData(e), 1 => SHA384.HashData(e), _ => SHA512.HashData(e) };
            if (round >= 63 && e[^1] <= round - 31) return k[..32];
        }
    }

    private static byte[] Pad(ReadOnlySpan<byte> password)
    {
        byte[] padded = new byte[PasswordBlock];
        int length = Math.Min(password.Length, PasswordBlock);
        password[..length].CopyTo(padded);
        Padding[..(PasswordBlock - length)].CopyTo(padded.AsSpan(length));
        return padded;
    }

    private static byte[] Xor(byte[] key, int with)
    {
        byte[] result = new byte[key.Length];
        for (int i = 0; i < key.Length; i++) result[i] = (byte)(key[i] ^ with);
        return result;
    }
}
