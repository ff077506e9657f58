using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf.Security;

/// <summary>The files are one page of our own, encrypted with qpdf in each of the ways of the standard security handler.</summary>
public sealed class EngineSecurityTests
{
    [Theory]
    [InlineData("rc4-40")]
    [InlineData("rc4-128")]
    [InlineData("aes-128")]
    [InlineData("aes-128-clear-metadata")]
    [InlineData("aes-128-object-streams")]
    [InlineData("aes-256-r5")]
    [InlineData("aes-256")]
    public void A_file_without_a_user_password_opens(string name)
    {
        IPdfFile file = TestPdf.Open(Bytes(name));
        file.ReadPage(1, CancellationToken.None).Text.ToString().ShouldBe("locked away");
        file.Metadata.Title.ShouldBe("sealed title");
    }

    [Theory]
    [InlineData("rc4-128-password", "reader")]
    [InlineData("rc4-128-password", "owner")]
    [InlineData("aes-256-password", "reader")]
    [InlineData("aes-256-password", "owner")]
    public void A_file_with_a_password_opens_with_either(string name, string password) => TestPdf.Text(Bytes(name), password).ShouldBe("locked away");

    [Theory]
    [InlineData("rc4-128-password", null)]
    [InlineData("aes-256-password", "guess")]
    public void Without_the_password_the_reason_is_told(string name, string? password)
    {
        PdfOpenResult.Failed failed = new PdfEngine().Open(Bytes(name), password, CancellationToken.None).ShouldBeOfType<PdfOpenResult.Failed>();
        failed.Rule.ShouldBe("encrypted");
        failed.Reason.ShouldContain("password");
    }

    [Theory]
    [InlineData("aes-128")]
    [InlineData("aes-128-object-streams")]
    public void An_encrypted_file_whose_table_lies_is_recovered(string name)
    {
        byte[] bytes = Bytes(name);
        int start = bytes.AsSpan().LastIndexOf("startxref"u8);
        "startnone"u8.CopyTo(bytes.AsSpan(start));
        TestPdf.Text(bytes).ShouldBe("locked away");
    }

    [Fact]
    public void A_linearized_file_reads_from_its_two_tables() =>
        TestPdf.Text(Bytes("linearized")).ShouldBe("locked away");

    [Fact]
    public void An_unknown_handler_is_a_reason()
    {
        TestPdf pdf = TestPdf.Line("x");
        int encrypt = pdf.Add("<</Filter/Elsewhere/V 1/R 2>>");
        new PdfEngine().Open(pdf.Build(trailer: $"/Root 1 0 R/Encrypt {encrypt} 0 R"), null, CancellationToken.None).ShouldBeOfType<PdfOpenResult.Failed>().Rule.ShouldBe("encrypted");
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Pdf", "Files", name + ".pdf"));
}
