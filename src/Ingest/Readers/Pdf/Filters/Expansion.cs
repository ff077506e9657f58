namespace Ingest.Readers.Pdf.Filters;

/// <summary>
/// How many bytes a file's streams may expand to: a few kilobytes of Flate can claim gigabytes. One stream ends at <see cref="StreamLimit"/>,
/// all decoding of a file together at a multiple of its size; what is beyond is cut off.
/// </summary>
internal sealed class Expansion(long fileSize)
{
    public const int StreamLimit = 48 << 20;

    private const long SmallestAllowance = 256L << 20;
    private const long TimesFileSize = 60;

    private long _left = Math.Max(SmallestAllowance, fileSize * TimesFileSize);

    public bool Exceeded { get; private set; }

    /// <summary>Bytes that the next step may produce.</summary>
    public int Allowance => (int)Math.Min(StreamLimit, Math.Max(0, _left));

    public void Spend(int bytes, bool cut)
    {
        _left -= bytes;
        Exceeded |= cut || _left <= 0;
    }
}
