namespace Ingest.Cli.Tests.Pdf.Layout;

/// <summary>Labels of lists that the page does not set apart as labels.</summary>
public class LabelTests
{
    private static void Dumps(SketchFile file, params string[] lines) => BlockDump.Of(file.Document()).ShouldBe(string.Join('\n', lines));

    [Fact]
    public void Labels_without_a_space_are_labels_where_the_series_shows_it() => Dumps(
        new(new PageSketch()
            .Text(72, 88, "I.The test is covered where all of the following criteria are met by the member:")
            .Text(90, 100, "A.One of these features:").Text(108, 112, "1.Cleft palate").Text(108, 124, "2. Short stature")
            .Text(90, 136, "B.Family history").Text(72, 148, "II .ABC1 testing is not covered for other members of the plan.")),
        "1 li0 [I.] The test is covered where all of the following criteria are met by the member:",
        "1 li1 [A.] One of these features:",
        "1 li2 [1.] Cleft palate",
        "1 li2 [2.] Short stature",
        "1 li1 [B.] Family history",
        "1 li0 [II.] ABC1 testing is not covered for other members of the plan.");

    [Fact]
    public void A_point_inside_a_word_makes_no_label_without_a_series() => Dumps(
        new(new PageSketch()
            .Lines(72, 100, "Requests that come in before the close of the day are read on it, and those of 9", "A.M. as well, it was said by the head of the office and by her deputy", "J.Smith and others, e.g.in the offices of the plan.")),
        "1 p Requests that come in before the close of the day are read on it, and those of 9 A.M. as well, it was said by the head of the office and by her deputy J.Smith and others, e.g.in the offices of the plan.");
}
