#!/usr/bin/env python3
"""Writes the small models of these tests beside itself. They are committed: running the tests needs no Python.

Needs: onnx 1.23.2, numpy
Usage: python make_models.py
"""
import os

import numpy as np
import onnx
from onnx import TensorProto as T, helper as h, numpy_helper

HERE = os.path.dirname(os.path.abspath(__file__))


def value(name, element, dims):
    return h.make_tensor_value_info(name, element, dims)


def constant(name, array):
    return numpy_helper.from_array(np.asarray(array), name)


def save(file, inputs, outputs, nodes, initializers=(), opset=17, ir=8, **attributes):
    graph = h.make_graph(nodes, os.path.basename(file).replace("-", "_"), inputs, outputs, list(initializers))
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", opset)], ir_version=ir, producer_name="make_models.py")
    path = os.path.join(HERE, file + ".onnx")
    onnx.save(model, path, **attributes)


def elements():
    """Each element type goes in and comes out as it is."""
    types = [T.FLOAT, T.DOUBLE, T.FLOAT16, T.BFLOAT16, T.INT8, T.UINT8, T.INT16, T.UINT16,
             T.INT32, T.UINT32, T.INT64, T.UINT64, T.BOOL, T.STRING]
    names = [T.DataType.Name(t).lower() for t in types]
    save("elements",
         [value(n, t, [2, 2]) for n, t in zip(names, types)],
         [value(n + "_out", t, [2, 2]) for n, t in zip(names, types)],
         [h.make_node("Identity", [n], [n + "_out"]) for n in names])


def float8():
    """Eight-bit floats inside a network; at its border ONNX Runtime's C# library has none."""
    code = h.make_node("Cast", ["number"], ["code"], to=T.FLOAT8E4M3FN)
    save("float8", [value("number", T.FLOAT, [4])], [value("rounded", T.FLOAT, [4])],
         [code, h.make_node("Cast", ["code"], ["rounded"], to=T.FLOAT)], opset=19, ir=9)


def scalars():
    save("scalars",
         [value("a", T.FLOAT, []), value("b", T.INT64, []), value("word", T.STRING, []), value("flag", T.BOOL, [])],
         [value("sum", T.FLOAT, []), value("echo", T.STRING, []), value("opposite", T.BOOL, [])],
         [h.make_node("Cast", ["b"], ["b_float"], to=T.FLOAT), h.make_node("Add", ["a", "b_float"], ["sum"]),
          h.make_node("Identity", ["word"], ["echo"]), h.make_node("Not", ["flag"], ["opposite"])])


def two_dims():
    """Two open dims of different names; the third output counts with neither."""
    save("two-dims",
         [value("rows", T.FLOAT, ["n", 2]), value("columns", T.FLOAT, ["m", 3])],
         [value("doubled", T.FLOAT, ["n", 2]), value("negated", T.FLOAT, ["m", 3]), value("total", T.FLOAT, [])],
         [h.make_node("Add", ["rows", "rows"], ["doubled"]), h.make_node("Neg", ["columns"], ["negated"]),
          h.make_node("ReduceSum", ["rows"], ["r"], keepdims=0), h.make_node("ReduceSum", ["columns"], ["c"], keepdims=0),
          h.make_node("Add", ["r", "c"], ["total"])])


def shared_dim():
    save("shared-dim",
         [value("left", T.FLOAT, ["n", 2]), value("right", T.FLOAT, ["n", 2]), value("bias", T.FLOAT, ["n", 2])],
         [value("sum", T.FLOAT, ["n", 2])],
         [h.make_node("Add", ["left", "right"], ["s"]), h.make_node("Add", ["s", "bias"], ["sum"])],
         [constant("bias", np.zeros((1, 2), np.float32))])


def unnamed_dim():
    save("unnamed-dim", [value("x", T.FLOAT, [None, 2]), value("y", T.FLOAT, [None, 2])],
         [value("x_out", T.FLOAT, [None, 2]), value("y_out", T.FLOAT, [None, 2])],
         [h.make_node("Neg", ["x"], ["x_out"]), h.make_node("Neg", ["y"], ["y_out"])])


def defaults():
    """From IR 4 on, an initializer that is listed as an input too is a default that callers may override."""
    nodes = [h.make_node("Mul", ["x", "scale"], ["scaled"]), h.make_node("Add", ["scaled", "bias"], ["y"]),
             h.make_node("Identity", ["greeting"], ["greeted"])]
    inputs = [value("scale", T.FLOAT, [2]), value("x", T.FLOAT, [2]), value("bias", T.FLOAT, []), value("greeting", T.STRING, [1])]
    outputs = [value("y", T.FLOAT, [2]), value("greeted", T.STRING, [1])]
    greeting = h.make_tensor("greeting", T.STRING, [1], [b"hello"])
    weights = [constant("scale", np.float32([10, 100])), constant("bias", np.float32(1)), greeting]
    save("defaults", inputs, outputs, nodes, weights)
    save("all-defaults", [inputs[0], inputs[2]], [value("y", T.FLOAT, [2])], [h.make_node("Add", ["scale", "bias"], ["y"])], weights[:2])
    # Before IR 4 every initializer had to be listed as an input.
    save("defaults-ir3", [value("x", T.FLOAT, [2]), value("scale", T.FLOAT, [2])], [value("y", T.FLOAT, [2])],
         [h.make_node("Mul", ["x", "scale"], ["y"])], weights[:1], opset=8, ir=3)


def late():
    """Outputs whose first dim is known only after the run, beside one that is fixed."""
    save("late",
         [value("x", T.FLOAT, [6]), value("words", T.STRING, [6])],
         [value("where", T.INT64, ["hits", 1]), value("values", T.FLOAT, ["hits"]), value("chosen", T.STRING, ["hits"]),
          value("count", T.INT64, []), value("negated", T.FLOAT, [6])],
         [h.make_node("NonZero", ["x"], ["found"]), h.make_node("Transpose", ["found"], ["where"], perm=[1, 0]),
          h.make_node("Reshape", ["found", "minus_one"], ["flat"]), h.make_node("Gather", ["x", "flat"], ["values"]),
          h.make_node("Gather", ["words", "flat"], ["chosen"]), h.make_node("Size", ["flat"], ["count"]),
          h.make_node("Neg", ["x"], ["negated"])],
         [constant("minus_one", np.int64([-1]))])


def detector():
    """A picture model: one output a picture, and one with as many rows as there are bright pixels in the whole batch."""
    save("detector",
         [value("image", T.FLOAT, ["batch", 3, 4, 4])],
         [value("mean", T.FLOAT, ["batch", 3]), value("bright", T.INT64, ["hits", 4])],
         [h.make_node("ReduceMean", ["image"], ["mean"], axes=[2, 3], keepdims=0), h.make_node("Greater", ["image", "half"], ["is_bright"]),
          h.make_node("NonZero", ["is_bright"], ["found"]), h.make_node("Transpose", ["found"], ["bright"], perm=[1, 0])],
         [constant("half", np.float32(0.5))])


def zero_length():
    save("zero-length",
         [value("x", T.FLOAT, [2, 3]), value("nothing", T.FLOAT, [0, 3]), value("rows", T.FLOAT, ["n", 0])],
         [value("empty", T.FLOAT, [0, 3]), value("still_nothing", T.FLOAT, [0, 3]), value("joined", T.FLOAT, [2, 3]), value("rows_out", T.FLOAT, ["n", 0]),
          value("no_words", T.STRING, [0])],
         [h.make_node("Slice", ["x", "zero", "zero"], ["empty"]), h.make_node("Neg", ["nothing"], ["still_nothing"]),
          h.make_node("Concat", ["nothing", "x"], ["joined"], axis=0), h.make_node("Neg", ["rows"], ["rows_out"]),
          h.make_node("Slice", ["words", "zero", "zero"], ["no_words"])],
         [constant("zero", np.int64([0])), h.make_tensor("words", T.STRING, [1], [b"word"])])


def shapes():
    save("rank8", [value("x", T.INT32, [1, 2, 1, 2, 1, 2, 1, 3])], [value("y", T.INT32, [3, 1, 2, 1, 2, 1, 2, 1])],
         [h.make_node("Transpose", ["x"], ["y"], perm=[7, 6, 5, 4, 3, 2, 1, 0])])
    save("large-dims", [value("tokens", T.FLOAT, [1, 50257]), value("pixels", T.UINT8, [1000000]), value("k", T.FLOAT, [1024])],
         [value("best", T.INT64, [1, 1]), value("same", T.UINT8, [1000000]), value("negated", T.FLOAT, [1024])],
         [h.make_node("ArgMax", ["tokens"], ["best"], axis=1), h.make_node("Identity", ["pixels"], ["same"]), h.make_node("Neg", ["k"], ["negated"])])


def names():
    """Names that would break C#, XML documentation or the generated types, were they taken as they are."""
    inputs = ["class", "input", "Call", "Run", "a:0", "a 0", "größe", "日本", "🦊", "Dispose", "0", "cancellationToken", "new\nline", "</summary>",
              '"quoted\\"', "call", "lease", "object", "_lease", "value", "System", "M", "field"]
    outputs = ["Output", "ToString", "namespace", "*/", "Input", "CopyTo", "Equals"]
    chosen = [(o, inputs[i]) for i, o in enumerate(outputs[:-1])]
    nodes = [h.make_node("Neg", [i], [o]) for o, i in chosen]
    save("hostile-names", [value(n, T.FLOAT, [1]) for n in inputs], [value(n, T.FLOAT, [1]) for n in outputs],
         nodes + [h.make_node("Sum", inputs, [outputs[-1]])])
    for file in ("Call", "input", "class", "Output", "System", "ModelGen", "Model", "1st"):
        save("Names/" + file, [value(file, T.FLOAT, [1])], [value(file + "_out", T.FLOAT, [1])], [h.make_node("Neg", [file], [file + "_out"])])


def sources():
    save("no-inputs", [], [value("numbers", T.FLOAT, [3])], [h.make_node("Constant", [], ["numbers"], value=constant("v", np.float32([1, 2, 3])))])
    save("passthrough", [value("x", T.FLOAT, ["n", 2])], [value("x", T.FLOAT, ["n", 2]), value("y", T.FLOAT, ["n", 2])], [h.make_node("Neg", ["x"], ["y"])])
    save("passthrough-kinds", [value("word", T.STRING, [2]), value("number", T.INT64, []), value("row", T.FLOAT, [2])],
         [value("word", T.STRING, [2]), value("number", T.INT64, []), value("row", T.FLOAT, [2])], [])
    weights = constant("weights", np.arange(2048, dtype=np.float32).reshape(2, 1024))
    save("external", [value("x", T.FLOAT, ["n", 2])], [value("y", T.FLOAT, ["n", 1024])], [h.make_node("MatMul", ["x", "weights"], ["y"])],
         [weights], save_as_external_data=True, location="external.onnx.data", size_threshold=0)


def behaviours():
    save("lookup", [value("index", T.INT64, ["n"])], [value("row", T.FLOAT, ["n", 2])], [h.make_node("Gather", ["table", "index"], ["row"])],
         [constant("table", np.float32([[0, 1], [10, 11], [20, 21]]))])
    # Runs as long as it is told to: the time for a cancellation.
    body = h.make_graph(
        [h.make_node("Identity", ["go"], ["go_on"]), h.make_node("Add", ["before", "one"], ["after"])], "body",
        [value("i", T.INT64, []), value("go", T.BOOL, []), value("before", T.FLOAT, [])],
        [value("go_on", T.BOOL, []), value("after", T.FLOAT, [])], [constant("one", np.float32(1))])
    save("count-up", [value("times", T.INT64, []), value("start", T.FLOAT, [])], [value("end", T.FLOAT, [])],
         [h.make_node("Loop", ["times", "yes", "start"], ["end"], body=body)], [constant("yes", np.bool_(True))])
    # Wrong on purpose: the file promises two dims that are the same, and the second is not.
    save("broken-promise", [value("x", T.FLOAT, ["n"]), value("shape", T.INT64, [1])], [value("y", T.FLOAT, ["n"])],
         [h.make_node("Expand", ["x", "shape"], ["y"])])


def results():
    """Models whose results can be told from the picture: the strongest channel, the bright pixels, the mean colour. Height and width differ."""
    planar = value("image", T.FLOAT, ["batch", 3, 4, 6])
    save("Results/planar-segments", [planar], [value("scores", T.FLOAT, ["batch", 3, 4, 6])], [h.make_node("Identity", ["image"], ["scores"])])
    save("Results/interleaved-segments", [value("image", T.FLOAT, [1, 4, 6, 3])], [value("scores", T.FLOAT, [1, 4, 6, 3])],
         [h.make_node("Identity", ["image"], ["scores"])])
    save("Results/chosen-segments", [planar], [value("labels", T.INT64, ["batch", 4, 6])], [h.make_node("ArgMax", ["image"], ["labels"], axis=1, keepdims=0)])
    save("Results/bright-mask", [planar], [value("logits", T.FLOAT, ["batch", 1, 4, 6])],
         [h.make_node("ReduceMean", ["image"], ["mean"], axes=[1]), h.make_node("Sub", ["mean", "half"], ["logits"])], [constant("half", np.float32(0.5))])
    save("Results/mean-embedding", [planar], [value("mean", T.FLOAT, ["batch", 3])],
         [h.make_node("ReduceMean", ["image"], ["mean"], axes=[2, 3], keepdims=0)])


def pictures():
    """Inputs of other elements than float32, given back as float32: a byte as it is, halves, and a quantised int8 (scale 1/64, zero point -10)."""
    for name, element in (("byte-picture", T.UINT8), ("half-picture", T.FLOAT16)):
        save("Pictures/" + name, [value("image", element, ["batch", 3, 2, 2])], [value("numbers", T.FLOAT, ["batch", 3, 2, 2])],
             [h.make_node("Cast", ["image"], ["numbers"], to=T.FLOAT)])
    save("Pictures/quantised-picture", [value("image", T.INT8, [1, 2, 2, 3])], [value("numbers", T.FLOAT, [1, 2, 2, 3])],
         [h.make_node("DequantizeLinear", ["image", "scale", "zero"], ["numbers"])],
         [constant("scale", np.float32(1 / 64)), constant("zero", np.int8(-10))])


for make in (elements, float8, scalars, two_dims, shared_dim, unnamed_dim, defaults, late, detector, zero_length, shapes, names, sources, behaviours, results, pictures):
    make()
