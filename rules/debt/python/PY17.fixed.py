# ruleid: PY17
def distance(parts, right):
    (left, top) = parts
    return right - left + top


# ruleid: PY17
largest = max([(1, 2), (3, 4)], key=lambda key_value: key_value[1])
# ok: PY17
smallest = min([(1, 2), (3, 4)], key=lambda pair: pair[1])


# ok: PY17
def area(sides, scale=(1, 1)):
    (width, height) = sides
    return width * height * scale[0]
