// popen for WebAssembly under node, whose C library has none: the claims read what their program prints.
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {
int status = 0;
}

extern "C" FILE* popen(const char*, const char*)
{
    const std::string program = std::getenv("PROGRAM"), printed = program + ".printed";
    status = std::system(("'" + program + "' > '" + printed + "'").c_str());  // by node's child_process
    return std::fopen(printed.c_str(), "r");
}

extern "C" int pclose(FILE* file)
{
    std::fclose(file);
    return status;
}
