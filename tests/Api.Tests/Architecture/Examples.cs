using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Architecture;

/// <summary>Each breaks one rule, for its test to catch.</summary>
internal static class Examples
{
    public sealed class FeatureOfTheWeb
    {
        public static Func<IHttpContextAccessor, int> Answer => accessor => accessor.HttpContext!.Response.StatusCode;
    }

    public sealed record Command : ICommand<int>;

    public sealed class HandlerOfRows(IServiceProvider services) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken) =>
            await services.GetRequiredService<MentorshipDb>().Pairings.CountAsync(cancellationToken);
    }

    public sealed class PageOfRows : PageModel
    {
        private readonly List<Pairing[]> _pairings = [];

        public int OnGet() => _pairings.Count;
    }

    public sealed class JobOfRows
    {
        public static async Task Run(IServiceProvider services)
        {
            foreach (var scope in services.GetServices<MentorshipDb>()) await scope.SaveChangesAsync();
        }
    }

    public sealed class RuleOfTheClock
    {
        public static long Now => DateTime.UtcNow.Ticks;
    }
}
