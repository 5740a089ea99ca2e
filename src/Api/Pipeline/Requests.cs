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

/// <summary>Changes nothing.</summary>
public interface IQuery<out TAnswer> : IRequest<TAnswer>;

/// <summary>A view and the version that an edit must name.</summary>
public sealed record Versioned<T>(T View, int Version);
