using MediatR;
using Mentorship.Domain;

namespace Mentorship.Api.Pipeline;

/// <summary>A request made inside one community by somebody, or by the service itself.</summary>
public interface IActed
{
    Actor Actor { get; }
}

/// <summary>A request that changes something: saved once, whole, after its handler.</summary>
public interface ICommand;

/// <summary>Changes something and answers with <typeparamref name="TAnswer"/>.</summary>
public interface ICommand<out TAnswer> : IRequest<TAnswer>, ICommand;

/// <summary>A command that holds the rows it reads against others who take from the same: what it reads and what it saves is one transaction.</summary>
public interface IHolding : ICommand;

/// <summary>
/// Work of the timetable that saves each of its steps itself, because a mail that has left or a row that was deleted is not undone by a
/// failure after it.
/// </summary>
public interface ISavedInSteps<out TAnswer> : IRequest<TAnswer>;

/// <summary>Changes nothing.</summary>
public interface IQuery<out TAnswer> : IRequest<TAnswer>;

/// <summary>A view and the version that an edit must name.</summary>
public sealed record Versioned<T>(T View, int Version);
