using System.Collections.Immutable;
using System.Reflection;
using Ingest.Extractors.Learning;
using Ingest.Extractors.Sections.Features;
using Ingest.Extractors.Sections.Training;

namespace Ingest.Extractors.Sections;

/// <summary>The learned model: a chain over the sections of a document, and the curve that makes its probabilities mean something.</summary>
public sealed class SectionModel
{
    private const string ResourceName = "section-model.bin";
    private static readonly Lazy<SectionModel> Shipped = new(Load);

    private readonly ChainModel _chain;
    private readonly ImmutableArray<SectionKind> _kinds;
    private readonly Calibration _calibration;

    internal SectionModel(ChainModel chain, Calibration calibration)
    {
        (_chain, _calibration) = (chain, calibration);
        _kinds = [.. chain.Labels.Select(KindOf)];
    }

    /// <summary>The model that the assembly carries.</summary>
    /// <exception cref="InvalidDataException">It is missing, broken, or made for other features than this code has.</exception>
    public static SectionModel Default => Shipped.Value;

    public int FeatureCount => _chain.FeatureCount;

    /// <summary>The kinds that the model finds most probable as a whole sequence, each with its calibrated probability.</summary>
    public SectionJudgement[] Judge(IReadOnlyList<SectionTraits> sections)
    {
        ChainPrediction prediction = _chain.Predict(SectionFeatures.Of(sections));
        var judged = new SectionJudgement[sections.Count];
        for (int i = 0; i < judged.Length; i++) judged[i] = new(_kinds[prediction.Labels[i]], _calibration.Apply(prediction.ConfidenceAt(i)));
        return judged;
    }

    /// <summary>Two doubles of the calibration (little-endian), then the chain as <see cref="ChainModelFile"/> writes it.</summary>
    public byte[] Write() =>
    [
        .. BitConverter.GetBytes(_calibration.Slope), .. BitConverter.GetBytes(_calibration.Offset), .. ChainModelFile.Write(_chain),
    ];

    /// <exception cref="InvalidDataException">The bytes are no model, or one for other features or kinds than this code has.</exception>
    public static SectionModel Read(byte[] bytes)
    {
        const int head = 2 * sizeof(double);
        if (bytes.Length < head) throw new InvalidDataException("The section model is cut short.");
        double[] curve = [.. Enumerable.Range(0, 2).Select(i => BitConverter.ToDouble(bytes, i * sizeof(double)))];
        if (!Array.TrueForAll(curve, double.IsFinite)) throw new InvalidDataException("The section model's calibration is no number.");
        return new(ChainModelFile.Read(bytes[head..], SectionFeatures.Schema), new(curve[0], curve[1]));
    }

    private static SectionModel Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName) ?? throw new InvalidDataException("The assembly carries no section model.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read(bytes.ToArray());
    }

    private static SectionKind KindOf(string label) =>
        ContractName.TryParse(label, out SectionKind kind) ? kind : throw new InvalidDataException($"The section model knows a kind '{label}' that the code does not.");
}
