using System.Collections.Immutable;
using Ingest.Extractors.Learning;
using Ingest.Extractors.Sections.Features;

namespace Ingest.Extractors.Sections.Training;

/// <summary>Trains section models. The same labels in the same order give the same bytes.</summary>
public static class SectionTrainer
{
    /// <summary>A word that fewer payers show is a habit of theirs, and says nothing of the next one.</summary>
    private const int LeastPayers = 3;

    private static readonly ChainTraining Options = new(L1: 0.25, L2: 0.02, MinCount: 3, MaxIterations: 120, Edges: SectionFeatures.Edges);

    private static readonly ImmutableArray<string> Labels = [.. Enum.GetValues<SectionKind>().Select(k => ContractName.Of(k))];

    /// <summary>A model of all policies, calibrated on the answers about each payer by models that had not seen it.</summary>
    public static SectionModel Train(IReadOnlyList<LabelledPolicy> policies, CancellationToken cancellation = default)
    {
        IReadOnlyList<SectionAnswer> unseen = LeaveOnePayerOut(policies, cancellation);
        return new(Chain(policies, cancellation), Fit(unseen));
    }

    /// <summary>For every labelled section what a model says that was trained on all other payers, calibrated on those others.</summary>
    public static IReadOnlyList<SectionAnswer> LeaveOnePayerOut(IReadOnlyList<LabelledPolicy> policies, CancellationToken cancellation = default)
    {
        string[] payers = [.. policies.Select(p => p.Payer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var answers = new List<SectionAnswer>();
        foreach (string payer in payers)
        {
            var model = new SectionModel(Chain([.. policies.Where(p => p.Payer != payer)], cancellation), Calibration.None);
            foreach (LabelledPolicy policy in policies.Where(p => p.Payer == payer)) answers.AddRange(Answers(policy, model));
        }
        var calibrated = new List<SectionAnswer>(answers.Count);
        foreach (string payer in payers)
        {
            Calibration curve = Fit([.. answers.Where(a => a.Payer != payer)]);
            calibrated.AddRange(answers.Where(a => a.Payer == payer).Select(a => a with { Confidence = curve.Apply(a.RawConfidence) }));
        }
        return calibrated;
    }

    private static Calibration Fit(IReadOnlyList<SectionAnswer> answers) => Calibration.Fit([.. answers.Select(a => (a.RawConfidence, a.Kind == a.Model))]);

    private static IEnumerable<SectionAnswer> Answers(LabelledPolicy policy, SectionModel model)
    {
        SectionJudgement[] learned = model.Judge(policy.Traits), rules = SectionRules.Judge(policy.Traits);
        for (int i = 0; i < learned.Length; i++)
        {
            if (policy.Sections[i].Kind is { } kind) yield return new(policy.Payer, policy.Document, policy.Traits[i].Heading, kind, learned[i].Kind, rules[i].Kind, policy.Sections[i].FirstRules, learned[i].Confidence);
        }
    }

    private static ChainModel Chain(IReadOnlyList<LabelledPolicy> policies, CancellationToken cancellation)
    {
        LabelledSequence[] vocabulary = [.. HeadingVocabulary.All.Select(v => new LabelledSequence(SectionFeatures.OfHeading(v.Heading), [(int)v.Kind]))];
        FeatureSequence[] full = [.. policies.Select(p => SectionFeatures.Of(p.Traits))];
        HashSet<ulong> shared = Shared(policies, full);
        foreach (FeatureSequence known in vocabulary.Select(v => v.Features).Concat(policies.Select(p => SectionFeatures.OfStructureAlone(p.Traits))))
        {
            for (int i = 0; i < known.Count; i++) foreach (ulong key in known[i]) shared.Add(key);
        }
        // The shared vocabulary comes in as headings that stand alone: kinds that few payers have are learned from it.
        var labelled = new List<LabelledSequence>(vocabulary);
        for (int p = 0; p < full.Length; p++)
        {
            var kept = new FeatureSequence();
            for (int i = 0; i < full[p].Count; i++)
            {
                kept.NextItem((byte)full[p].EdgeInto(i));
                foreach (ulong key in full[p][i]) if (shared.Contains(key)) kept.Add(key);
            }
            labelled.Add(new(kept, [.. policies[p].Sections.Select(s => (int)(s.Kind ?? SectionKind.Identity))]));
        }
        return ChainTrainer.Train(SectionFeatures.Schema, Labels, labelled, Options, cancellation);
    }

    private static HashSet<ulong> Shared(IReadOnlyList<LabelledPolicy> policies, FeatureSequence[] sequences)
    {
        var payers = new Dictionary<ulong, HashSet<string>>();
        for (int p = 0; p < sequences.Length; p++)
        {
            for (int i = 0; i < sequences[p].Count; i++)
            {
                foreach (ulong key in sequences[p][i])
                {
                    if (!payers.TryGetValue(key, out HashSet<string>? seen)) payers[key] = seen = new(StringComparer.Ordinal);
                    seen.Add(policies[p].Payer);
                }
            }
        }
        return [.. payers.Where(f => f.Value.Count >= LeastPayers).Select(f => f.Key)];
    }
}
