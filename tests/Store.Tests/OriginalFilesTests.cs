namespace Ingest.Store.Tests;

public class OriginalFilesTests
{
    [Fact]
    public void Bytes_are_kept_once_under_their_hash_and_no_half_file_is_left()
    {
        using var temporary = new TemporaryStore();
        OriginalFiles originals = OriginalFiles.Beside(temporary.Path);
        byte[] bytes = [1, 2, 3];
        string sha256 = OriginalFiles.Hash(bytes);
        Parallel.For(0, 8, _ => originals.Keep(sha256, bytes));
        originals.Read(sha256).ShouldBe(bytes);
        originals.PathOf(sha256).ShouldEndWith(Path.Combine("policies.originals", sha256[..2], sha256));
        Directory.GetFiles(Path.GetDirectoryName(originals.PathOf(sha256))!).ShouldHaveSingleItem();
        originals.Read(OriginalFiles.Hash([4])).ShouldBeNull();
    }
}
