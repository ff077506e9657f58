using System.Globalization;
using Ingest.Extractors;
using Ingest.Extractors.Sections;
using Ingest.Extractors.Sections.Training;

namespace Ingest.Commands;

/// <summary>What <c>ingest eval --sections</c> says: how well the model does on payers that it has not seen, beside its baselines.</summary>
internal static class SectionReport
{
    public static void Write(IReadOnlyList<LabelledPolicy> policies, TextWriter page, CancellationToken cancellation)
    {
        IReadOnlyList<SectionAnswer> answers = SectionTrainer.LeaveOnePayerOut(policies, cancellation);
        IReadOnlyList<SectionAnswer> asked = [.. answers.Where(a => a.FirstRules is not null)];
        SectionScore model = SectionScore.Of(answers, a => a.Model), first = SectionScore.Of(asked, a => a.FirstRules!.Value), rules = SectionScore.Of(answers, a => a.Rules), majority = SectionScore.Majority(answers);
        page.WriteLine(Line($"{answers.Count} sections, {policies.Count} documents, {policies.Select(p => p.Payer).Distinct().Count()} payers; each payer told by a model of the others"));
        page.WriteLine(Line($"{"",-14}{"accuracy",10}{"macro-F1",10}"));
        page.WriteLine(Line($"{"model",-14}{model.Accuracy,10:0.000}{model.MacroF1,10:0.000}"));
        page.WriteLine(Line($"{"first rules",-14}{first.Accuracy,10:0.000}{first.MacroF1,10:0.000}   written before these documents were read"));
        page.WriteLine(Line($"{"rules today",-14}{rules.Accuracy,10:0.000}{rules.MacroF1,10:0.000}   written with these documents at hand: not held out"));
        page.WriteLine(Line($"{"majority",-14}{majority.Accuracy,10:0.000}{majority.MacroF1,10:0.000}"));
        page.WriteLine(Line($"expected calibration error of the model: {SectionScore.ExpectedCalibrationError(answers):0.000}"));
        page.WriteLine();
        page.WriteLine(Line($"{"kind",-16}{"P",7}{"R",7}{"F1",7}{"first F1",10}{"today F1",10}{"sections",10}"));
        foreach (KindScore kind in model.Kinds)
        {
            double before = first.Kinds.FirstOrDefault(k => k.Kind == kind.Kind)?.F1 ?? 0, today = rules.Kinds.First(k => k.Kind == kind.Kind).F1;
            page.WriteLine(Line($"{ContractName.Of(kind.Kind),-16}{kind.Precision,7:0.000}{kind.Recall,7:0.000}{kind.F1,7:0.000}{before,10:0.000}{today,10:0.000}{kind.Support,10}"));
        }
        page.WriteLine();
        page.WriteLine(Line($"{"payer",-18}{"sections",9}{"model",8}{"first",8}{"today",8}"));
        foreach (IGrouping<string, SectionAnswer> payer in answers.GroupBy(a => a.Payer))
        {
            page.WriteLine(Line($"{payer.Key,-18}{payer.Count(),9}{payer.Count(a => a.Model == a.Kind) / (double)payer.Count(),8:0.000}{payer.Count(a => a.FirstRules == a.Kind) / (double)payer.Count(),8:0.000}{payer.Count(a => a.Rules == a.Kind) / (double)payer.Count(),8:0.000}"));
        }
        page.WriteLine();
        page.WriteLine("confidence      answers   mean   right");
        int bin = 0;
        foreach (ReliabilityBin b in SectionScore.Reliability(answers))
        {
            page.WriteLine(Line($"{bin * 10,3}% to {bin * 10 + 10,3}%{b.Count,10}{b.Confidence,8:0.000}{b.Accuracy,8:0.000}"));
            bin++;
        }
        page.WriteLine();
        page.WriteLine("most frequent confusions (said by people, said by the model, times)");
        foreach (var pair in answers.Where(a => a.Model != a.Kind).GroupBy(a => (a.Kind, a.Model)).OrderByDescending(g => g.Count()).Take(15))
        {
            page.WriteLine(Line($"{ContractName.Of(pair.Key.Kind),-16}{ContractName.Of(pair.Key.Model),-16}{pair.Count(),5}   e.g. {pair.First().Heading}"));
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
