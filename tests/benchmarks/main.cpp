// Measures all cases and prints a line for each repetition: case, who, threads, seconds, what the case must do (see
// Work), and its place in the table, with tabs between. The table is made of these lines, and of those that
// peers/numpy_torch.py prints.
#include "cases.hpp"

#include <cstdio>

namespace {

class Lines : public benchmark::BenchmarkReporter {
    bool ReportContext(const Context&) override { return true; }

    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration) continue;
            const std::string& name = run.run_name.function_name;
            const double time = name.ends_with("\t1") ? run.cpu_accumulated_time : run.real_accumulated_time;
            std::printf("%s\t%.9g", name.c_str(), time / static_cast<double>(run.iterations));
            for (const char* counter : {"multiply_adds", "bytes", "values", "place"})
                std::printf("\t%.9g", run.counters.at(counter).value);
            std::printf("\n");
        }
        std::fflush(stdout);
    }
};

}  // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    add_limits();
    add_ours();
    add_eigen();
#ifdef HAVE_OPENBLAS
    add_openblas();
#endif
#ifdef HAVE_ONEDNN
    add_onednn();
#endif
    add_steps();
    Lines lines;
    benchmark::RunSpecifiedBenchmarks(&lines);
}
