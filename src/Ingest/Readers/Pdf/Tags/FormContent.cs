using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Tags;

/// <summary>
/// Marked-content ids of forms count for the form, not for the page (ISO 32000-2, 14.7.5.2). So that both stand side by side in
/// <see cref="PdfTagChild"/> and <see cref="MarkedContent"/>, those of a form are moved out of the way by its object number.
/// </summary>
internal static class FormContent
{
    private const int IdsOfPage = 1 << 16;
    private const int Forms = (int.MaxValue / IdsOfPage) - 1;

    public static int Id(int id, PdfValue form) => form.IsReference && id is >= 0 and < IdsOfPage ? Id(id, form.Target) : id;

    /// <param name="formNumber">0 for the page itself.</param>
    public static int Id(int id, int formNumber) => formNumber > 0 && id is >= 0 and < IdsOfPage ? IdsOfPage * (1 + formNumber % Forms) + id : id;
}
