namespace ModelGen.Engines;

/// <summary>Something that can stand in a <see cref="LinkedQueue{T}"/>, in one at a time.</summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface ILink<T> where T : class, ILink<T>
{
    T? Next { get; set; }

    T? Previous { get; set; }

    /// <summary>Whether it stands in the queue.</summary>
    bool IsQueued { get; set; }
}
