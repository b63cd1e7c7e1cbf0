def greet(name):
    if name == "":
        return "Hello!"
    return f"Hello, {name}!"
