using System.Runtime.CompilerServices;
using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Losses;
using Restoration.Sources.AuditLog;

namespace Restoration.Tests.Losses;

public sealed class CandidateChoiceTests
{
    // Candidates in the backup: m is missing now, h is here. Which are chosen, which are ambiguous.
    [Theory]
    [InlineData("m", 1, true, "m", "")]
    [InlineData("mh", 1, true, "m", "")] // one of two is missing: that one
    [InlineData("mmh", 2, true, "mm", "")]
    [InlineData("mm", 1, true, "", "mm")] // two are missing, one was lost: nothing is picked
    [InlineData("mmm", 2, true, "", "mmm")]
    [InlineData("mmh", 1, true, "", "mm")]
    [InlineData("m", 3, true, "m", "")] // fewer than were lost: all
    [InlineData("hh", 2, true, "hh", "")] // all are here again: recognised there
    [InlineData("hhh", 2, true, "hh", "")] // a second run: nothing is missing any more
    [InlineData("mhh", 2, true, "mh", "")] // one of two has come back
    [InlineData("hhh", 2, false, "", "hhh")] // elsewhere it would be a guess
    [InlineData("mhh", 2, false, "m", "")]
    [InlineData("mm", 2, false, "mm", "")]
    [InlineData("", 1, true, "", "")]
    public void Picks_only_what_must_be_meant(string candidates, int losses, bool intoOriginal, string chosen, string ambiguous)
    {
        Candidate[] all = [.. candidates.Select((state, i) => Make(i, isMissing: state == 'm'))];
        CandidateVerdict verdict = CandidateChoice.Choose(LossKind.Deleted, losses, all, intoOriginal);
        Assert.Equal(chosen, Describe(verdict.Chosen));
        Assert.Equal(ambiguous, Describe(verdict.Ambiguous));
    }

    [Fact]
    public void Of_those_that_were_changed_it_is_the_one_that_differs_now()
    {
        Candidate[] all = [Make(1, isMissing: false), Make(2, isMissing: false), Make(3, isMissing: true)];
        all[1].IsChanged = true;
        Assert.Same(all[1], Assert.Single(CandidateChoice.Choose(LossKind.Changed, 1, all, true).Chosen));
    }

    private static string Describe(IEnumerable<Candidate> candidates) => string.Concat(candidates.Select(candidate => candidate.IsMissing ? 'm' : 'h'));

    private static Candidate Make(int number, bool isMissing) => new(new NoBackup(), Some.Appointment(number)) { IsMissing = isMissing };

    private sealed class NoBackup : IBackupContent
    {
        public string Name => "none";

        public DateTimeOffset TakenAt => default;

        public string? Mailbox => null;

        public FolderPath? Folder => null;

        public Guid? BackupId => null;

        public ValueTask<IReadOnlyList<Item>> FindAsync(IReadOnlySet<string> ids, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<Item>>([]);

        public async IAsyncEnumerable<Item> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
