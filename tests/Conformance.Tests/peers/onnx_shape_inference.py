"""Puts the conformance cases to onnx.shape_inference, with data propagation and without strict mode, and counts.

    pip install onnx==1.23.2
    python onnx_shape_inference.py [--failures]

The same inputs are fixed to the same dims: in the inputs themselves, and, where the dim has a name, in the outputs of that name. Known values of
inputs become initializers, since that is the only way to tell them to onnx. Every model runs in a process of its own, because some crash it.
"""
import json
import os
import pathlib
import sys
import zipfile

import onnx

DATA = pathlib.Path(__file__).resolve().parent.parent / "Data"
TESTS = DATA.parent.parent
MOST_ELEMENTS = 1024
ORT = {"float": "FLOAT", "double": "DOUBLE", "float32": "FLOAT", "float64": "DOUBLE"}


def element(name):
    return onnx.TensorProto.DataType.Value(ORT.get(name, name.upper()))


def typed(text, dims):
    """A type in ONNX Runtime's notation as nested tuples: ("tensor", element, dims)."""
    kind, inner = text[: text.index("(")], text[text.index("(") + 1 : -1]
    if kind == "tensor":
        return ("tensor", element(inner), dims)
    if kind == "map":
        key, value = inner.split(",", 1)
        return ("map", element(key), typed(value, None))
    return (kind, typed(inner, None))


def declared(proto):
    """A TypeProto as the same tuples; dims that are not numbers are None."""
    kind = proto.WhichOneof("value")
    if kind is None:
        return None
    value = getattr(proto, kind)
    if kind in ("tensor_type", "sparse_tensor_type"):
        dims = [d.dim_value if d.HasField("dim_value") else None for d in value.shape.dim] if value.HasField("shape") else None
        return ("tensor" if kind == "tensor_type" else "sparse_tensor", value.elem_type, dims)
    if kind == "map_type":
        return ("map", value.key_type, declared(value.value_type))
    return ("seq" if kind == "sequence_type" else "optional", declared(value.elem_type))


def right(expected, got, may_be_open):
    if expected is None:
        return True
    if got is None or expected[0] != got[0]:
        return False
    if expected[0] == "map":
        return expected[1] == got[1] and right(expected[2], got[2], may_be_open)
    if expected[0] in ("seq", "optional"):
        return right(expected[1], got[1], may_be_open)
    if expected[1] != got[1]:
        return False
    if expected[2] is None:
        return True
    if got[2] is None:
        return may_be_open
    if len(expected[2]) != len(got[2]):
        return False
    return all(e is None or e == g or (g is None and may_be_open) for e, g in zip(expected[2], got[2]))


def unzip(name):
    with zipfile.ZipFile(DATA / name) as archive:
        return {n: archive.read(n) for n in archive.namelist()}


def recorded(family):
    files = unzip(family + ".zip")
    for record in json.loads((DATA / (family + ".json")).read_text("utf-8")):
        outputs = {o["name"]: typed(o["type"], o["actual"]) for o in record["outputs"]}
        fixed = {i["name"]: i["fixed"] for i in record["inputs"] if i["fixed"] is not None}
        yield record["model"], files[record["model"]], fixed, {}, outputs, record.get("data_dependent", False)


def strip(model):
    del model.graph.value_info[:]
    for output in model.graph.output:
        output.ClearField("type")
    return model.SerializeToString()


def node():
    files = unzip("onnx-node-tests.zip")
    for file in files:
        if not file.endswith(".onnx"):
            continue
        name, model, values = file[:-5], onnx.load_from_string(files[file]), {}
        outputs = {o.name: declared(o.type) for o in model.graph.output}
        for i, value in enumerate(model.graph.input):
            data = files.get(f"{name}.input_{i}.pb")
            if data is None or value.type.WhichOneof("value") != "tensor_type":
                continue
            tensor = onnx.TensorProto.FromString(data)
            count = 1
            for dim in tensor.dims:
                count *= dim
            if tensor.data_type != onnx.TensorProto.STRING and count <= MOST_ELEMENTS:
                values[value.name] = data
        yield name, strip(model), {}, values, outputs, False


def light():
    files = unzip("onnx-light.zip")
    for file in files:
        if file.endswith(".onnx"):
            model = onnx.load_from_string(files[file])
            outputs = {o.name: declared(o.type) for o in model.graph.output}
            data = files.get(file[:-5] + "_output_0.pb")
            if data is not None:
                name = model.graph.output[0].name
                outputs[name] = ("tensor", outputs[name][1], list(onnx.TensorProto.FromString(data).dims))
            yield file[:-5], strip(model), {}, {}, outputs, False


def trained():
    packed = unzip("trained.zip")
    truths = [(json.loads(data), packed) for name, data in packed.items() if name.endswith(".json")]
    places = [TESTS / "ModelGen.EndToEnd.Tests" / "Models", *(TESTS.parent / "models").iterdir()]
    for path in sorted((TESTS / "ModelGen.EndToEnd.Tests" / "Data").glob("*.truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        file = next(place / truth["model"] for place in places if (place / truth["model"]).exists())
        truths.append((truth, {truth["model"]: file.read_bytes()}))
    for truth, files in truths:
        for i, run in enumerate(truth["cases"]):
            outputs = {o["name"]: ("tensor", element(o["type"]), o["shape"]) for o in run["outputs"]}
            yield f"{truth['model']}#{i}", files[truth["model"]], {p["name"]: p["shape"] for p in run["inputs"]}, {}, outputs, False


def fix(model, fixed):
    symbols = {}
    for value in model.graph.input:
        if value.name not in fixed or value.type.WhichOneof("value") != "tensor_type":
            continue
        shape, dims = value.type.tensor_type.shape, fixed[value.name]
        if len(shape.dim) != len(dims):
            del shape.dim[:]
            shape.dim.extend(onnx.TensorShapeProto.Dimension() for _ in dims)
        for dim, size in zip(shape.dim, dims):
            if dim.dim_param:
                symbols[dim.dim_param] = size
            dim.dim_value = size
    for value in (*model.graph.input, *model.graph.output):
        for dim in value.type.tensor_type.shape.dim if value.type.WhichOneof("value") == "tensor_type" and value.type.tensor_type.HasField("shape") else ():
            if dim.dim_param in symbols:
                dim.dim_value = symbols[dim.dim_param]


def infer(data, fixed, values):
    model = onnx.load_from_string(data)
    fix(model, fixed)
    for name, value in values.items():
        tensor = onnx.TensorProto.FromString(value)
        tensor.name = name
        model.graph.initializer.append(tensor)
    try:
        model = onnx.shape_inference.infer_shapes(model, check_type=False, strict_mode=False, data_prop=True)
    except Exception:  # the model as it was declared is what is left then
        pass
    return {output.name: declared(output.type) for output in model.graph.output}


def apart(data, fixed, values):
    """Runs infer in a child process; None when that dies."""
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        os.close(read)
        with os.fdopen(write, "w", encoding="utf-8") as pipe:
            json.dump(infer(data, fixed, values), pipe)
            pipe.flush()
        os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else None


def plain(value):
    return list(map(plain, value)) if isinstance(value, (list, tuple)) else value


exceptions = {line.split("\t")[0] for line in (DATA / "data-dependent.txt").read_text("utf-8").splitlines() if not line.startswith("#")}
families = {"zoo": recorded("zoo"), "keras": recorded("keras"), "ml-contrib": recorded("ml-contrib"), "node": node(), "light": light(), "trained": trained()}
for family, cases in families.items():
    good = total = models = crashes = 0
    for name, data, fixed, values, outputs, may_be_open in cases:
        models += 1
        got = apart(data, fixed, values)
        crashes += got is None
        for output, expected in outputs.items():
            total += 1
            answer = (got or {}).get(output)
            if right(plain(expected), answer, may_be_open or f"{family}/{name}" in exceptions):
                good += 1
            elif "--failures" in sys.argv:
                print(f"  {family}/{name}, output {output!r}: expected {expected}, got {answer}")
    print(f"{family}: {good} of {total} outputs of {models} models; {crashes} crashes")
