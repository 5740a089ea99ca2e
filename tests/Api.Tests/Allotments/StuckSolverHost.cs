using System.Collections;
using System.Data.Common;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Mentorship.Api.Tests.Allotments;

/// <summary>A service whose solver is stuck until something has happened, at the second word of how far it is.</summary>
internal sealed class StuckSolverHost : ApiHost
{
    private int _told;

    internal Stuck Solver { get; } = new();

    /// <summary>Happens before the second word is saved; the solver goes on after it.</summary>
    internal Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(new Impatient()))
            .Replace(ServiceDescriptor.Scoped<IMatchingBoards>(_ => new StuckBoards(Solver)))
            .ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(new Words(SecondWord))));
    }

    /// <summary>What was before, which the solver reads last of all: it waits there.</summary>
    internal sealed class Stuck : IReadOnlyList<KnownPairing>
    {
        private readonly ManualResetEventSlim _gate = new(initialState: true);
        private readonly TaskCompletionSource _come = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Until the solver is stuck: what stops it before would find it not begun. Whoever made the board read it before that.</summary>
        public Task HasCome => _come.Task;

        public bool WasLetGo { get; private set; }

        public bool HasGoneOn { get; private set; }

        public int Count => 0;

        public KnownPairing this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

        public void Hold() => _gate.Reset();

        public void LetGo()
        {
            WasLetGo = true;
            _gate.Set();
        }

        public IEnumerator<KnownPairing> GetEnumerator()
        {
            if (!_gate.IsSet) _come.TrySetResult();
            _gate.Wait();
            HasGoneOn = WasLetGo;
            yield break;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class StuckBoards(Stuck solver) : IMatchingBoards
    {
        public Task<MatchingBoard> ForAll(Instant now, CancellationToken cancellation)
        {
            var board = new MatchingBoard(new(Policy.Default, 1, now, [], [], solver, []));
            if (!solver.WasLetGo) solver.Hold();
            return Task.FromResult(board);
        }

        public Task<MatchingBoard> ForRequest(RequestId request, Instant now, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<MatchingBoard> ForPair(RequestId request, MemberId mentor, Instant now, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<string> MarkOfAll(CancellationToken cancellation) => throw new NotSupportedException();
    }

    private async Task SecondWord()
    {
        if (++_told != 2) return;
        await Solver.HasCome;
        try
        {
            await Meanwhile();
        }
        finally
        {
            Solver.LetGo();
        }
    }

    private sealed class Words(Func<Task> said) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("UPDATE \"Allotments\"", StringComparison.Ordinal)) await said();
            return result;
        }
    }

    /// <summary>Nobody waits for a second to pass.</summary>
    private sealed class Impatient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
