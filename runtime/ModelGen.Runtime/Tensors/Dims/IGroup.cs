using System.ComponentModel;

namespace Dims;

/// <summary>A group of three digits, 0 to 999: a dim by itself, or a part of a larger one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGroup : IDim;
