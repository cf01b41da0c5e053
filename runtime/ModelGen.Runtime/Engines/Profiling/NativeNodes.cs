using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Asks ONNX Runtime which provider each node of a session was given to, also inside subgraphs that a provider compiles as one.</summary>
/// <remarks>
/// Session_GetEpGraphAssignmentInfo is in the C interface since 1.24 (onnxruntime_c_api.h) and has no managed method in 1.31.1, but its address is in the
/// public structure <see cref="OrtApi"/>, to which functions are only ever added. The session's handle is internal to the managed part: where another
/// version of it has none, there is no answer rather than an error.
/// </remarks>
internal static unsafe partial class NativeNodes
{
    /// <summary>The session setting under which assignments are recorded.</summary>
    public const string Setting = "session.record_ep_graph_assignment_info";

    // The first version of the C interface with these functions.
    private const uint ApiVersion = 24;

    /// <summary>The nodes of a session that was made with <see cref="Setting"/>; null where that was not set, or where this ONNX Runtime can't tell.</summary>
    public static ImmutableArray<NodeAssignment>? TryRead(InferenceSession session)
    {
        try
        {
            return FindApi() is var api && api is not null ? Read(api, Handle(session)) : null;
        }
        catch (Exception e) when (e is MissingMemberException or EntryPointNotFoundException or DllNotFoundException or BadImageFormatException)
        {
            return null;
        }
        finally
        {
            GC.KeepAlive(session);
        }
    }

    private static OrtApi* FindApi()
    {
        // struct OrtApiBase { const OrtApi* (*GetApi)(uint32_t); const char* (*GetVersionString)(void); }
        nint* functions = (nint*)OrtGetApiBase();
        string? version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)functions[1])());
        // The managed part may have been told to load another library than the one that is found by name.
        return version == OrtEnv.Instance().GetVersionString() ? ((delegate* unmanaged<uint, OrtApi*>)functions[0])(ApiVersion) : null;
    }

    private static ImmutableArray<NodeAssignment>? Read(OrtApi* api, nint session)
    {
        nint* subgraphs;
        nuint count;
        if (Failed(api, ((delegate* unmanaged<nint, nint**, nuint*, nint>)api->Session_GetEpGraphAssignmentInfo)(session, &subgraphs, &count)))
            return null;
        ImmutableArray<NodeAssignment>.Builder assignments = ImmutableArray.CreateBuilder<NodeAssignment>();
        for (nuint i = 0; i < count; i++)
        {
            nint* nodes;
            nuint length;
            string provider = Text(api, subgraphs[i], api->EpAssignedSubgraph_GetEpName);
            if (Failed(api, ((delegate* unmanaged<nint, nint**, nuint*, nint>)api->EpAssignedSubgraph_GetNodes)(subgraphs[i], &nodes, &length)))
                return null;
            for (nuint j = 0; j < length; j++)
            {
                assignments.Add(new NodeAssignment(
                    Text(api, nodes[j], api->EpAssignedNode_GetName), Text(api, nodes[j], api->EpAssignedNode_GetOperatorType), Text(api, nodes[j], api->EpAssignedNode_GetDomain), provider));
            }
        }
        return assignments.ToImmutable();
    }

    // OrtStatus* (*)(const T*, const char** out); the text stays ONNX Runtime's.
    private static string Text(OrtApi* api, nint item, nint function)
    {
        nint text;
        return Failed(api, ((delegate* unmanaged<nint, nint*, nint>)function)(item, &text)) ? "" : Marshal.PtrToStringUTF8(text) ?? "";
    }

    private static bool Failed(OrtApi* api, nint status)
    {
        if (status == 0)
            return false;
        ((delegate* unmanaged<nint, void>)api->ReleaseStatus)(status);
        return true;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Handle")]
    private static extern nint Handle(InferenceSession session);

    [LibraryImport("onnxruntime")]
    private static partial nint OrtGetApiBase();
}
