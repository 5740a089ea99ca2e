using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Tests.Matching.Solving;

/// <summary>The proof once more, from the table alone and by another way: no allotment is worth more than the prices add up to.</summary>
internal static class ProofByHand
{
    public static bool Holds(Problems problem, Objective objective, Solution solution)
    {
        var (mentorOf, (ofNewcomer, ofMentor, reward)) = (solution.Mentor, solution.Prices!);
        var onlyServed = objective == Objective.LongestWait;
        var worth = 0L;
        for (var i = 0; i < problem.Newcomers; i++)
        {
            if (onlyServed && mentorOf[i] < 0) continue;
            if (!onlyServed && ofNewcomer[i] < 0) return false;
            worth += ofNewcomer[i];
            for (var j = 0; j < problem.Mentors; j++)
                if (problem.Fits[i, j] is { } fit && ofNewcomer[i] + ofMentor[j] < fit + reward) return false;
        }
        for (var j = 0; j < problem.Mentors; j++)
            for (var place = 0; place < problem.Places[j]; place++)
                worth += Math.Max(0, ofMentor[j] - problem.Spread * (long)(problem.Held[j] + place));

        var people = mentorOf.Count(mentor => mentor >= 0);
        return worth == reward * people + problem.Score(mentorOf)
            && IsReward(problem, objective, reward)
            && (!onlyServed || Enumerable.Range(0, mentorOf.Length).All(i => mentorOf[i] >= 0 || CannotBeServed(problem, mentorOf, i)));
    }

    private static bool IsReward(Problems problem, Objective objective, long reward)
    {
        var dearest = Enumerable.Range(0, problem.Mentors).Select(j => problem.Spread * (problem.Held[j] + problem.Places[j] - 1L)).DefaultIfEmpty().Max();
        return objective == Objective.MostPeople ? reward > problem.Newcomers * (1000 + dearest) : reward == 0;
    }

    /// <summary>All whom moves could reach are full, of people who waited longer: one in means one of them out.</summary>
    private static bool CannotBeServed(Problems problem, int[] mentorOf, int newcomer)
    {
        HashSet<int> people = [newcomer], mentors = [];
        for (var before = -1; before != mentors.Count;)
        {
            before = mentors.Count;
            foreach (var i in people)
                mentors.UnionWith(Enumerable.Range(0, problem.Mentors).Where(j => problem.Fits[i, j] is not null));
            people.UnionWith(Enumerable.Range(0, mentorOf.Length).Where(i => mentors.Contains(mentorOf[i])));
        }
        people.Remove(newcomer);
        return people.Count == mentors.Sum(j => problem.Places[j]) && people.All(other => other < newcomer);
    }
}
