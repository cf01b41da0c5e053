namespace ModelGen.Engines;

/// <summary>How many sessions and calls a model on a GPU gets.</summary>
/// <param name="Sessions">Sessions; each computes one call at a time.</param>
/// <param name="MaxCalls">Calls that may be rented at once.</param>
/// <param name="OneASession">Whether each session has one call for life, since a CUDA graph recorded its addresses.</param>
internal readonly record struct GpuCalls(int Sessions, int MaxCalls, bool OneASession)
{
    /// <summary>What suits the options.</summary>
    /// <param name="request">The model.</param>
    /// <param name="contexts">Sessions, unless a CUDA graph needs one a call.</param>
    public static GpuCalls For(LoadRequest request, int contexts)
    {
        if (request.Options.Cuda.CudaGraph)
        {
            int graphs = request.Options.MaxCalls ?? contexts;
            return new GpuCalls(graphs, graphs, OneASession: true);
        }
        // One call computes while another one's inputs are prepared and a third one's outputs are read.
        return new GpuCalls(contexts, request.Options.MaxCalls ?? 3 * contexts, OneASession: false);
    }
}
