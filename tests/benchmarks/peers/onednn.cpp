// oneDNN (float only): inner products with bias, the first with GELU behind it, and the weights in the layout that
// oneDNN likes best, into which they are brought before the clock starts.
#include "../cases.hpp"

#include <oneapi/dnnl/dnnl.hpp>

#include <omp.h>

#include <cstdio>
#include <memory>
#include <unordered_map>

namespace {

using Tag = dnnl::memory::format_tag;
using Arguments = std::unordered_map<int, dnnl::memory>;

const dnnl::engine& engine()
{
    static const dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
    return cpu;
}

dnnl::stream& stream()
{
    static dnnl::stream one(engine());
    return one;
}

dnnl::memory::desc shape(long rows, long columns, Tag tag = Tag::ab)
{
    return {{rows, columns}, dnnl::memory::data_type::f32, tag};
}

struct Step {
    dnnl::primitive primitive;
    Arguments arguments;
    void run() { primitive.execute(stream(), arguments); }
};

Step linear(const nn::Linear<float>& layer, const dnnl::memory& x, const dnnl::memory& y, bool with_gelu)
{
    const long samples = x.get_desc().dims()[0], n_in = layer.W.rows(), n_out = layer.W.cols();
    dnnl::primitive_attr attributes;
    if (with_gelu) {
        dnnl::post_ops after;
        after.append_eltwise(1, dnnl::algorithm::eltwise_gelu_tanh, 0, 0);
        attributes.set_post_ops(after);
    }
    const dnnl::memory::desc bias({n_out}, dnnl::memory::data_type::f32, Tag::a);
    const dnnl::inner_product_forward::primitive_desc how(
        {dnnl::prop_kind::forward_inference, shape(samples, n_in), shape(n_out, n_in, Tag::any), bias,
         shape(samples, n_out)},
        attributes, engine());
    dnnl::memory plain(shape(n_out, n_in, Tag::ba), engine(), const_cast<float*>(layer.W.data()));
    dnnl::memory weights = plain;
    if (how.weights_desc() != plain.get_desc()) {
        weights = dnnl::memory(how.weights_desc(), engine());
        dnnl::reorder(plain, weights).execute(stream(), plain, weights);
        stream().wait();
    }
    const dnnl::memory biases(bias, engine(), const_cast<float*>(layer.b.data()));
    return {dnnl::inner_product_forward(how),
            {{DNNL_ARG_SRC, x}, {DNNL_ARG_WEIGHTS, weights}, {DNNL_ARG_BIAS, biases}, {DNNL_ARG_DST, y}}};
}

void add_step(const std::string& name, int threads, std::vector<Step> steps)
{
    measure(name, "oneDNN", threads, {}, [=]() mutable {
        omp_set_num_threads(threads);
        for (Step& step : steps) step.run();
        stream().wait();
    });
}

}  // namespace

void add_onednn()
{
    std::printf("# oneDNN %d.%d.%d\n", dnnl_version()->major, dnnl_version()->minor, dnnl_version()->patch);
    for (const Network<float>& network : networks<float>()) {
        const long samples = network.x.rows();
        const dnnl::memory x(shape(samples, network.d_model()), engine(), const_cast<float*>(network.x.data()));
        const dnnl::memory hidden(shape(samples, network.d_ff()), engine());
        const dnnl::memory y(shape(samples, network.d_out()), engine());
        for (const int threads : network.threads) {
            omp_set_num_threads(threads);
            add_step(network.name, threads,
                     {linear(network.mlp->layer1, x, hidden, true), linear(network.mlp->layer2, hidden, y, false)});
        }
    }
    for (const long size : gelu_sizes) {
        const dnnl::memory x(shape(1, size), engine()), y(shape(1, size), engine());
        const nn::Matrix<float> values = some_values<float>(1, size);
        std::copy_n(values.data(), size, static_cast<float*>(x.get_data_handle()));
        const dnnl::eltwise_forward::primitive_desc how(
            {dnnl::prop_kind::forward_inference, dnnl::algorithm::eltwise_gelu_tanh, shape(1, size), 0, 0}, engine());
        for (const int threads : gelu_threads(size)) {
            omp_set_num_threads(threads);
            add_step(gelu_name(size, "float"), threads,
                     {{dnnl::eltwise_forward(how), {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, y}}}});
        }
    }
    for (const Table table : softmax_sizes) {
        const dnnl::memory::desc both = shape(table.rows, table.columns);
        const dnnl::memory x(both, engine()), y(both, engine());
        const nn::Matrix<float> values = some_values<float>(table.rows, table.columns);
        std::copy_n(values.data(), values.size(), static_cast<float*>(x.get_data_handle()));
        const dnnl::softmax_forward::primitive_desc how({dnnl::prop_kind::forward_inference, both, 1}, engine());
        add_step(softmax_name(table, "float"), 1,
                 {{dnnl::softmax_forward(how), {{DNNL_ARG_SRC, x}, {DNNL_ARG_DST, y}}}});
    }
}
