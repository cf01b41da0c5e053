using System.ComponentModel;

namespace Dims;

/// <summary>A group that a number can begin with, 1 to 999: without it 24 could be spelled <c>N&lt;N0, N24&gt;</c> as well.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILeadingGroup : IGroup;
