namespace ModelGen.Onnx.Operators;

/// <summary>Computes the facts of a node's outputs from those of its inputs. Throws what <see cref="NodeContext.Fail"/> makes when the node would fail at run time.</summary>
internal delegate void ShapeRule(NodeContext node);
