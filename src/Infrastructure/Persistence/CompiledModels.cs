using System.Linq.Expressions;
using System.Reflection;
using Mentorship.Domain;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace Mentorship.Infrastructure.Persistence
{
    /// <summary>
    /// Keeps communities apart in the models that scripts/add-migration.sh compiles: EF compiles none that has query filters, yet runs one.
    /// A test compares each compiled model with the one that EF would make, filters and all.
    /// </summary>
    internal static class CompiledModels
    {
        private static readonly MethodInfo Filter =
            typeof(MentorshipDb).GetMethod(nameof(MentorshipDb.FilterOf), BindingFlags.NonPublic | BindingFlags.Static)!;

        public static void AddFilters(this RuntimeModel model)
        {
            foreach (var entity in ((IModel)model).GetEntityTypes().Where(e => typeof(Entity).IsAssignableFrom(e.ClrType)))
                AddFilter((RuntimeEntityType)entity);
        }

#pragma warning disable EF1001 // EF has no public way to say this of a model that is made already
        private static void AddFilter(RuntimeEntityType entity)
        {
            var filters = new QueryFilterCollection();
            var filter = (LambdaExpression)Filter.MakeGenericMethod(entity.ClrType).Invoke(null, [null])!;
            filters.Set(new RuntimeQueryFilter(MentorshipDb.CommunityFilter, filter));
            entity.SetAnnotation(CoreAnnotationNames.QueryFilter, filters);
        }
#pragma warning restore EF1001
    }
}

namespace Mentorship.Infrastructure.Persistence.Compiled.Sqlite
{
    public partial class SqliteDbModel
    {
        partial void Customize() => this.AddFilters();
    }
}

namespace Mentorship.Infrastructure.Persistence.Compiled.PostgreSql
{
    public partial class PostgreSqlDbModel
    {
        partial void Customize() => this.AddFilters();
    }
}

namespace Mentorship.Infrastructure.Persistence.Compiled.SqlServer
{
    public partial class SqlServerDbModel
    {
        partial void Customize() => this.AddFilters();
    }
}
