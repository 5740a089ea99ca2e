using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// EF keeps one model for a type of context in a process, and Identity builds the protector of the first host into it. Two hosts
/// in one process, as tests have them, would share the first one's keys; or none, when a context without a host came first.
/// </summary>
internal sealed class ModelOfRing(ModelCacheKeyFactoryDependencies dependencies) : ModelCacheKeyFactory(dependencies)
{
    public override object Create(DbContext context, bool designTime) => (base.Create(context, designTime), ProtectorOf(context));

    private static IPersonalDataProtector? ProtectorOf(DbContext context) => context.GetService<IDbContextOptions>()
        .FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<IPersonalDataProtector>();
}
