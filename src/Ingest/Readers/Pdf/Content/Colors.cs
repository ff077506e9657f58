using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

/// <summary>Colours as 0xRRGGBB, near enough to tell black from grey, red and white; profiles are not applied.</summary>
internal static class Colors
{
    public const int Black = 0;
    private const int NearlyWhite = 0xF8;

    public static int Gray(double g) => Rgb(g, g, g);

    public static int Rgb(double r, double g, double b) => Channel(r) << 16 | Channel(g) << 8 | Channel(b);

    public static int Cmyk(double c, double m, double y, double k) => Rgb((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k));

    public static bool IsWhite(int color) => (color >> 16 & 255) >= NearlyWhite && (color >> 8 & 255) >= NearlyWhite && (color & 255) >= NearlyWhite;

    /// <summary>The colour of the operands of sc or scn.</summary>
    public static int Of(ColorModel model, Operands operands)
    {
        int numbers = 0;
        while (numbers < operands.Count && operands[numbers].Kind == OperandKind.Number) numbers++;
        return (model, numbers) switch
        {
            (ColorModel.Tint, >= 1) => Gray(1 - operands.Number(0)),
            (ColorModel.Other, _) => Black,
            (_, 1) => Gray(operands.Number(0)),
            (_, 3) => Rgb(operands.Number(0), operands.Number(1), operands.Number(2)),
            (_, >= 4) => Cmyk(operands.Number(0), operands.Number(1), operands.Number(2), operands.Number(3)),
            _ => Black,
        };
    }

    /// <param name="space">A colour space resource or name (8.6).</param>
    public static ColorModel ModelOf(PdfValue space)
    {
        string? family = space.Name ?? space.Array?.Get(0).Name;
        return family switch
        {
            "DeviceGray" or "CalGray" or "G" => ColorModel.Gray,
            "DeviceRGB" or "CalRGB" or "RGB" => ColorModel.Rgb,
            "DeviceCMYK" or "CMYK" => ColorModel.Cmyk,
            "Separation" or "DeviceN" => ColorModel.Tint,
            "ICCBased" => space.Array?.Get(1).Dictionary?.Get("N").Int() switch { 1 => ColorModel.Gray, 4 => ColorModel.Cmyk, _ => ColorModel.Rgb },
            _ => ColorModel.Other,
        };
    }

    private static int Channel(double value) => (int)Math.Round(Math.Clamp(double.IsNaN(value) ? 0 : value, 0, 1) * 255);
}
