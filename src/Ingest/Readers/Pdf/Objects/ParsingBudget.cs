namespace Ingest.Readers.Pdf.Objects;

/// <summary>
/// How many bytes of objects a file may make us parse. Every object is read once, so that an honest file needs its own size or a little more;
/// one whose containers never close would have each of its objects read on to the end.
/// </summary>
internal sealed class ParsingBudget(long fileSize)
{
    private const long SmallestAllowance = 64L << 20;
    private const int TimesFileSize = 8;

    /// <summary>Looking for a keyword is that much cheaper than parsing.</summary>
    private const int SearchGain = 16;

    private long _left = SmallestAllowance + (fileSize * TimesFileSize);

    public bool Left => _left > 0;

    public void Spend(long bytes) => _left -= bytes;

    public void SpendSearch(long bytes) => _left -= bytes / SearchGain;
}
