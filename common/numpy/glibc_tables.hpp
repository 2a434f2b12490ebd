/// @file
/// The tables of the logarithm and the exponential in glibc.hpp: 128 intervals each.
///
/// They are data: the centres were searched for, so that both table entries come out near to a double, and the last
/// bits of a NumPy stream hang on them. Source: `math/log_data.c` and `math/exp_data.c` of the Arm Optimized Routines,
/// Copyright (c) 2018, Arm Limited, under the MIT License, which glibc 2.28 and newer carry, too.
/// `tests/numpy/glibc_test.cpp` checks that they satisfy their equations.
/// @chapter{3}
#pragma once

#include <array>

// clang-format off

/// The tables: for the logarithm, 1/c and log(c) of a number c near the middle of each interval; for the exponential,
/// 2^(i/128) and what rounding that to a double has left; and the coefficients of the polynomials between them.
namespace numpy::glibc::tables {

/// 1/c. Below 1 the intervals have the width 2^-8, above it 2^-7; the first begins at 0.6875, the last ends at 1.375.
inline constexpr std::array<double, 128> inverse = {
       0x1.734f0c3e0de9fp+0,    0x1.713786a2ce91fp+0,    0x1.6f26008fab5a0p+0,    0x1.6d1a61f138c7dp+0,
       0x1.6b1490bc5b4d1p+0,    0x1.69147332f0cbap+0,    0x1.6719f18224223p+0,    0x1.6524f99a51ed9p+0,
       0x1.63356aa8f24c4p+0,    0x1.614b36b9ddc14p+0,    0x1.5f66452c65c4cp+0,    0x1.5d867b5912c4fp+0,
       0x1.5babccb5b90dep+0,    0x1.59d61f2d91a78p+0,    0x1.5805612465687p+0,    0x1.56397cee76bd3p+0,
       0x1.54725e2a77f93p+0,    0x1.52aff42064583p+0,    0x1.50f22dbb2bddfp+0,    0x1.4f38f4734ded7p+0,
       0x1.4d843cfde2840p+0,    0x1.4bd3ec078a3c8p+0,    0x1.4a27fc3e0258ap+0,    0x1.4880524d48434p+0,
       0x1.46dce1b192d0bp+0,    0x1.453d9d3391854p+0,    0x1.43a2744b4845ap+0,    0x1.420b54115f8fbp+0,
       0x1.40782da3ef4b1p+0,    0x1.3ee8f5d57fe8fp+0,    0x1.3d5d9a00b4ce9p+0,    0x1.3bd60c010c12bp+0,
       0x1.3a5242b75dab8p+0,    0x1.38d22cd9fd002p+0,    0x1.3755bc5847a1cp+0,    0x1.35dce49ad36e2p+0,
       0x1.34679984dd440p+0,    0x1.32f5cceffcb24p+0,    0x1.3187775a10d49p+0,    0x1.301c8373e3990p+0,
       0x1.2eb4ebb95f841p+0,    0x1.2d50a0219a9d1p+0,    0x1.2bef9a8b7fd2ap+0,    0x1.2a91c7a0c1babp+0,
       0x1.293726014b530p+0,    0x1.27dfa5757a1f5p+0,    0x1.268b39b1d3bbfp+0,    0x1.2539d838ff5bdp+0,
       0x1.23eb7aac9083bp+0,    0x1.22a012ba940b6p+0,    0x1.2157996cc4132p+0,    0x1.201201dd2fc9bp+0,
       0x1.1ecf4494d480bp+0,    0x1.1d8f5528f6569p+0,    0x1.1c52311577e7cp+0,    0x1.1b17c74cb26e9p+0,
       0x1.19e010c2c1ab6p+0,    0x1.18ab07bb670bdp+0,    0x1.1778a25efbcb6p+0,    0x1.1648d354c31dap+0,
       0x1.151b990275fddp+0,    0x1.13f0ea432d24cp+0,    0x1.12c8b7210f9dap+0,    0x1.11a3028ecb531p+0,
       0x1.107fbda8434afp+0,    0x1.0f5ee0f4e6bb3p+0,    0x1.0e4065d2a9fcep+0,    0x1.0d244632ca521p+0,
       0x1.0c0a77ce2981ap+0,    0x1.0af2f83c636d1p+0,    0x1.09ddb98a01339p+0,    0x1.08cabaf52e7dfp+0,
       0x1.07b9f2f4e28fbp+0,    0x1.06ab58c358f19p+0,    0x1.059eea5ecf92cp+0,    0x1.04949cdd12c90p+0,
       0x1.038c6c6f0ada9p+0,    0x1.02865137932a9p+0,    0x1.0182427ea7348p+0,    0x1.008040614b195p+0,
       0x1.fe01ff726fa1ap-1,    0x1.fa11cc261ea74p-1,    0x1.f6310b081992ep-1,    0x1.f25f63ceeadcdp-1,
       0x1.ee9c8039113e7p-1,    0x1.eae8078cbb1abp-1,    0x1.e741aa29d0c9bp-1,    0x1.e3a91830a99b5p-1,
       0x1.e01e009609a56p-1,    0x1.dca01e577bb98p-1,    0x1.d92f20b7c9103p-1,    0x1.d5cac66fb5ccep-1,
       0x1.d272caa5ede9dp-1,    0x1.cf26e3e6b2ccdp-1,    0x1.cbe6da2a77902p-1,    0x1.c8b266d37086dp-1,
       0x1.c5894bd5d5804p-1,    0x1.c26b533bb9f8cp-1,    0x1.bf583eeece73fp-1,    0x1.bc4fd75db96c1p-1,
       0x1.b951e0c864a28p-1,    0x1.b65e2c5ef3e2cp-1,    0x1.b374867c9888bp-1,    0x1.b094b211d304ap-1,
       0x1.adbe885f2ef7ep-1,    0x1.aaf1d31603da2p-1,    0x1.a82e63fd358a7p-1,    0x1.a5740ef09738bp-1,
       0x1.a2c2a90ab4b27p-1,    0x1.a01a01393f2d1p-1,    0x1.9d79f24db3c1bp-1,    0x1.9ae2505c7b190p-1,
       0x1.9852ef297ce2fp-1,    0x1.95cbaeea44b75p-1,    0x1.934c69de74838p-1,    0x1.90d4f2f6752e6p-1,
       0x1.8e6528effd79dp-1,    0x1.8bfce9fcc007cp-1,    0x1.899c0dabec30ep-1,    0x1.87427aa2317fbp-1,
       0x1.84f00acb39a08p-1,    0x1.82a49e8653e55p-1,    0x1.8060195f40260p-1,    0x1.7e22563e0a329p-1,
       0x1.7beb377dcb5adp-1,    0x1.79baa679725c2p-1,    0x1.77907f2170657p-1,    0x1.756cadbd6130cp-1};

/// log(c), rounded to a multiple of 2^-43.
inline constexpr std::array<double, 128> log_centre = {
      -0x1.7cc7f79e69000p-2,   -0x1.76feec20d0000p-2,   -0x1.713e31351e000p-2,   -0x1.6b85b38287800p-2,
      -0x1.65d5590807800p-2,   -0x1.602d076180000p-2,   -0x1.5a8ca86909000p-2,   -0x1.54f4356035000p-2,
      -0x1.4f637c36b4000p-2,   -0x1.49da7fda85000p-2,   -0x1.445923989a800p-2,   -0x1.3edf439b0b800p-2,
      -0x1.396ce448f7000p-2,   -0x1.3401e17bda000p-2,   -0x1.2e9e2ef468000p-2,   -0x1.2941b3830e000p-2,
      -0x1.23ec58cda8800p-2,   -0x1.1e9e129279000p-2,   -0x1.1956d2b48f800p-2,   -0x1.141679ab9f800p-2,
      -0x1.0edd094ef9800p-2,   -0x1.09aa518db1000p-2,   -0x1.047e65263b800p-2,   -0x1.feb224586f000p-3,
      -0x1.f474a7517b000p-3,   -0x1.ea4443d103000p-3,   -0x1.e020d44e9b000p-3,   -0x1.d60a22977f000p-3,
      -0x1.cc00104959000p-3,   -0x1.c202956891000p-3,   -0x1.b81178d811000p-3,   -0x1.ae2c9ccd3d000p-3,
      -0x1.a45402e129000p-3,   -0x1.9a877681df000p-3,   -0x1.90c6d69483000p-3,   -0x1.87120a645c000p-3,
      -0x1.7d68fb4143000p-3,   -0x1.73cb83c627000p-3,   -0x1.6a39a9b376000p-3,   -0x1.60b3154b7a000p-3,
      -0x1.5737d76243000p-3,   -0x1.4dc7b8fc23000p-3,   -0x1.4462c51d20000p-3,   -0x1.3b08abc830000p-3,
      -0x1.31b996b490000p-3,   -0x1.2875490a44000p-3,   -0x1.1f3b9f879a000p-3,   -0x1.160c8252ca000p-3,
      -0x1.0ce7f57f72000p-3,   -0x1.03cdc49fea000p-3,   -0x1.f57bdbc4b8000p-4,   -0x1.e370896404000p-4,
      -0x1.d17983ef94000p-4,   -0x1.bf9674ed8a000p-4,   -0x1.adc79202f6000p-4,   -0x1.9c0c3e7288000p-4,
      -0x1.8a646b372c000p-4,   -0x1.78d01b3ac0000p-4,   -0x1.674f145380000p-4,   -0x1.55e0e6d878000p-4,
      -0x1.4485cdea1e000p-4,   -0x1.333d94d6aa000p-4,   -0x1.22079f8c56000p-4,   -0x1.10e4698622000p-4,
      -0x1.ffa6c6ad20000p-5,   -0x1.dda8d4a774000p-5,   -0x1.bbcece4850000p-5,   -0x1.9a1894012c000p-5,
      -0x1.788583302c000p-5,   -0x1.5715e67d68000p-5,   -0x1.35c8a49658000p-5,   -0x1.149e364154000p-5,
      -0x1.e72c082eb8000p-6,   -0x1.a55f152528000p-6,   -0x1.63d62cf818000p-6,   -0x1.228fb8caa0000p-6,
      -0x1.c317b20f90000p-7,   -0x1.419355daa0000p-7,   -0x1.81203c2ec0000p-8,   -0x1.0040979240000p-9,
       0x1.feff384900000p-9,    0x1.7dc41353d0000p-7,    0x1.3cea3c4c28000p-6,    0x1.b9fc114890000p-6,
       0x1.1b0d8ce110000p-5,    0x1.58a5bd001c000p-5,    0x1.95c8340d88000p-5,    0x1.d276aef578000p-5,
       0x1.07598e598c000p-4,    0x1.253f5e30d2000p-4,    0x1.42edd8b380000p-4,    0x1.606598757c000p-4,
       0x1.7da76356a0000p-4,    0x1.9ab434e1c6000p-4,    0x1.b78c7bb0d6000p-4,    0x1.d431332e72000p-4,
       0x1.f0a3171de6000p-4,    0x1.067152b914000p-3,    0x1.147858292b000p-3,    0x1.2266ecdca3000p-3,
       0x1.303d7a6c55000p-3,    0x1.3dfc33c331000p-3,    0x1.4ba366b7a8000p-3,    0x1.5933928d1f000p-3,
       0x1.66acd2418f000p-3,    0x1.740f8ec669000p-3,    0x1.815c0f51af000p-3,    0x1.8e92954f68000p-3,
       0x1.9bb3602f84000p-3,    0x1.a8bed1c2c0000p-3,    0x1.b5b515c01d000p-3,    0x1.c2967ccbcc000p-3,
       0x1.cf635d5486000p-3,    0x1.dc1bd3446c000p-3,    0x1.e8c01b8cfe000p-3,    0x1.f5509c0179000p-3,
       0x1.00e6c121fb800p-2,    0x1.071b80e93d000p-2,    0x1.0d46b9e867000p-2,    0x1.13687334bd000p-2,
       0x1.1980d67234800p-2,    0x1.1f8ffe0cc8000p-2,    0x1.2595fd7636800p-2,    0x1.2b9300914a800p-2,
       0x1.3187210436000p-2,    0x1.377266dec1800p-2,    0x1.3d54ffbaf3000p-2,    0x1.432eee32fe000p-2};

/// 2^(i/128), rounded.
inline constexpr std::array<double, 128> power = {
       0x1.0000000000000p+0,    0x1.0163da9fb3335p+0,    0x1.02c9a3e778061p+0,    0x1.04315e86e7f85p+0,
       0x1.059b0d3158574p+0,    0x1.0706b29ddf6dep+0,    0x1.0874518759bc8p+0,    0x1.09e3ecac6f383p+0,
       0x1.0b5586cf9890fp+0,    0x1.0cc922b7247f7p+0,    0x1.0e3ec32d3d1a2p+0,    0x1.0fb66affed31bp+0,
       0x1.11301d0125b51p+0,    0x1.12abdc06c31ccp+0,    0x1.1429aaea92de0p+0,    0x1.15a98c8a58e51p+0,
       0x1.172b83c7d517bp+0,    0x1.18af9388c8deap+0,    0x1.1a35beb6fcb75p+0,    0x1.1bbe084045cd4p+0,
       0x1.1d4873168b9aap+0,    0x1.1ed5022fcd91dp+0,    0x1.2063b88628cd6p+0,    0x1.21f49917ddc96p+0,
       0x1.2387a6e756238p+0,    0x1.251ce4fb2a63fp+0,    0x1.26b4565e27cddp+0,    0x1.284dfe1f56381p+0,
       0x1.29e9df51fdee1p+0,    0x1.2b87fd0dad990p+0,    0x1.2d285a6e4030bp+0,    0x1.2ecafa93e2f56p+0,
       0x1.306fe0a31b715p+0,    0x1.32170fc4cd831p+0,    0x1.33c08b26416ffp+0,    0x1.356c55f929ff1p+0,
       0x1.371a7373aa9cbp+0,    0x1.38cae6d05d866p+0,    0x1.3a7db34e59ff7p+0,    0x1.3c32dc313a8e5p+0,
       0x1.3dea64c123422p+0,    0x1.3fa4504ac801cp+0,    0x1.4160a21f72e2ap+0,    0x1.431f5d950a897p+0,
       0x1.44e086061892dp+0,    0x1.46a41ed1d0057p+0,    0x1.486a2b5c13cd0p+0,    0x1.4a32af0d7d3dep+0,
       0x1.4bfdad5362a27p+0,    0x1.4dcb299fddd0dp+0,    0x1.4f9b2769d2ca7p+0,    0x1.516daa2cf6642p+0,
       0x1.5342b569d4f82p+0,    0x1.551a4ca5d920fp+0,    0x1.56f4736b527dap+0,    0x1.58d12d497c7fdp+0,
       0x1.5ab07dd485429p+0,    0x1.5c9268a5946b7p+0,    0x1.5e76f15ad2148p+0,    0x1.605e1b976dc09p+0,
       0x1.6247eb03a5585p+0,    0x1.6434634ccc320p+0,    0x1.6623882552225p+0,    0x1.68155d44ca973p+0,
       0x1.6a09e667f3bcdp+0,    0x1.6c012750bdabfp+0,    0x1.6dfb23c651a2fp+0,    0x1.6ff7df9519484p+0,
       0x1.71f75e8ec5f74p+0,    0x1.73f9a48a58174p+0,    0x1.75feb564267c9p+0,    0x1.780694fde5d3fp+0,
       0x1.7a11473eb0187p+0,    0x1.7c1ed0130c132p+0,    0x1.7e2f336cf4e62p+0,    0x1.80427543e1a12p+0,
       0x1.82589994cce13p+0,    0x1.8471a4623c7adp+0,    0x1.868d99b4492edp+0,    0x1.88ac7d98a6699p+0,
       0x1.8ace5422aa0dbp+0,    0x1.8cf3216b5448cp+0,    0x1.8f1ae99157736p+0,    0x1.9145b0b91ffc6p+0,
       0x1.93737b0cdc5e5p+0,    0x1.95a44cbc8520fp+0,    0x1.97d829fde4e50p+0,    0x1.9a0f170ca07bap+0,
       0x1.9c49182a3f090p+0,    0x1.9e86319e32323p+0,    0x1.a0c667b5de565p+0,    0x1.a309bec4a2d33p+0,
       0x1.a5503b23e255dp+0,    0x1.a799e1330b358p+0,    0x1.a9e6b5579fdbfp+0,    0x1.ac36bbfd3f37ap+0,
       0x1.ae89f995ad3adp+0,    0x1.b0e07298db666p+0,    0x1.b33a2b84f15fbp+0,    0x1.b59728de5593ap+0,
       0x1.b7f76f2fb5e47p+0,    0x1.ba5b030a1064ap+0,    0x1.bcc1e904bc1d2p+0,    0x1.bf2c25bd71e09p+0,
       0x1.c199bdd85529cp+0,    0x1.c40ab5fffd07ap+0,    0x1.c67f12e57d14bp+0,    0x1.c8f6d9406e7b5p+0,
       0x1.cb720dcef9069p+0,    0x1.cdf0b555dc3fap+0,    0x1.d072d4a07897cp+0,    0x1.d2f87080d89f2p+0,
       0x1.d5818dcfba487p+0,    0x1.d80e316c98398p+0,    0x1.da9e603db3285p+0,    0x1.dd321f301b460p+0,
       0x1.dfc97337b9b5fp+0,    0x1.e264614f5a129p+0,    0x1.e502ee78b3ff6p+0,    0x1.e7a51fbc74c83p+0,
       0x1.ea4afa2a490dap+0,    0x1.ecf482d8e67f1p+0,    0x1.efa1bee615a27p+0,    0x1.f252b376bba97p+0,
       0x1.f50765b6e4540p+0,    0x1.f7bfdad9cbe14p+0,    0x1.fa7c1819e90d8p+0,    0x1.fd3c22b8f71f1p+0};

/// 2^(i/128) / power[i] - 1.
inline constexpr std::array<double, 128> power_rest = {
                        0.0,   0x1.b3b4f1a88bf6ep-54,  -0x1.160139cd8dc5dp-56,  -0x1.05e7a108766d1p-54,
      0x1.cd2523567f613p-55,  -0x1.bce8023f98efap-55,   0x1.0f74e61e6c861p-57,   0x1.0a3e45b33d399p-54,
      0x1.79aa65d837b6dp-54,   0x1.eb51a92fdeffcp-55,   0x1.ebe3d702f9cd1p-60,  -0x1.a033489906e0bp-57,
     -0x1.556522a2fbd0ep-54,  -0x1.080ef8c4eea55p-58,  -0x1.1c923b9d5f416p-54,   0x1.0d3e3e95c55afp-55,
     -0x1.01b15eaa59348p-55,  -0x1.f1ff055de323dp-55,   0x1.b898c3f1353bfp-55,  -0x1.6d99c7611eb26p-54,
      0x1.aecf73e3a2f60p-54,  -0x1.fe782cb86389dp-55,   0x1.a6f4144a6c38dp-55,   0x1.07a05b0e4047dp-55,
      0x1.68efde3a8a894p-54,   0x1.75e18f274487dp-55,   0x1.0472b981fe7f2p-55,  -0x1.6b87b3f71085ep-54,
      0x1.2f7e16d09ab31p-55,  -0x1.d219b1a6fbffap-60,   0x1.b3782720c0ab4p-55,   0x1.e149289cecb8fp-57,
      0x1.34d754db0abb6p-55,   0x1.64201e2ac744cp-55,   0x1.fdd395dd3f84ap-55,  -0x1.6a3803b8e5b04p-55,
     -0x1.24aedcc4b5068p-54,  -0x1.907f81b512d8ep-54,  -0x1.1d1e83e9436d2p-56,  -0x1.91919b3ce1b15p-54,
      0x1.59f48a72a4c6dp-55,  -0x1.312607a28698ap-54,  -0x1.8a78f4817895bp-58,  -0x1.c2c9b67499a1bp-56,
      0x1.363ed60c2ac11p-59,   0x1.666093b0664efp-54,   0x1.ecce1daa10379p-57,   0x1.3ff8e3f0f1230p-54,
      0x1.690cebb7aafb0p-56,   0x1.31dbdeb54e077p-54,  -0x1.f94340071a38ep-55,  -0x1.7deccdc93a349p-55,
     -0x1.8dec6bd0f385fp-56,  -0x1.61246ec7b5cf6p-55,   0x1.3350518fdd78ep-54,   0x1.b98b72f8a9b05p-56,
      0x1.063e1e21c5409p-54,   0x1.4c7855019c6eap-60,   0x1.432e62b64c035p-54,  -0x1.ce44a6199769fp-55,
     -0x1.c33c53bef4da8p-55,  -0x1.45378892be9aep-55,  -0x1.3cedd78565858p-54,   0x1.710aa807e1964p-58,
     -0x1.3b3efbf5e2228p-54,  -0x1.a12ad8734b982p-57,  -0x1.367efb86da9eep-57,  -0x1.0dc3d54e08851p-55,
     -0x1.81f647e5a3ecfp-56,  -0x1.6ee4ac08b7db0p-55,  -0x1.619321e55e68ap-55,   0x1.09ccb5e09d4d3p-54,
     -0x1.b32dcb94da51dp-56,   0x1.4ecfd5467c06bp-54,   0x1.5ebe1abd66c55p-57,  -0x1.8a1c52fb3cf42p-55,
     -0x1.369b6f13b3734p-54,  -0x1.05e843a19ff1ep-55,  -0x1.4d450d872576ep-54,   0x1.0ad675b0e8a00p-54,
      0x1.db72fc1f0eab4p-55,  -0x1.5b6609cc5e7ffp-57,   0x1.bf68359f35f44p-56,  -0x1.3091fa71e3d83p-54,
     -0x1.da9b88b6c1e29p-58,  -0x1.c23f97c90b959p-57,  -0x1.2434322f4f9aap-54,  -0x1.5ca6cd7668e4bp-55,
      0x1.1affc2b91ce27p-56,   0x1.dd235e10a73bbp-57,  -0x1.7c50422622263p-55,   0x1.b1c86e3e231d5p-55,
     -0x1.1bbd1d3bcbb15p-54,   0x1.0cc319cee31d2p-54,   0x1.469846e735ab3p-55,  -0x1.2dfcd978e9db4p-55,
      0x1.c1a7792cb3387p-55,  -0x1.07b8f4ad1d9fap-54,  -0x1.5c3d956dcaebap-58,  -0x1.0a40e3da6f640p-54,
     -0x1.8d6f438ad9334p-57,  -0x1.1eee26b588a35p-54,   0x1.4ffd70a5fddcdp-56,  -0x1.1bdfbfa9298acp-54,
      0x1.36eae30af0cb3p-56,   0x1.ee3325c9ffd94p-55,   0x1.4e08fd10959acp-55,   0x1.3cdaf384e1a67p-57,
      0x1.76b2c6c921968p-57,  -0x1.08a1883ccb5d2p-55,  -0x1.fad5d3ffffa6fp-55,  -0x1.00dae3875a949p-54,
      0x1.4a385a63d07a7p-56,  -0x1.2919e2040220fp-55,   0x1.e5a50d5c192acp-55,   0x1.43a59ac016b4bp-55,
     -0x1.2d52107b43e1fp-55,  -0x1.92ab93b470dc9p-55,   0x1.4b604603a88d3p-56,   0x1.3c5ec519d7271p-55,
     -0x1.ff7128fd391f0p-55,  -0x1.dae98e223747dp-55,   0x1.ec3bc41aa2008p-55,   0x1.42b94c3a9eb32p-55,
      0x1.a64a931d185eep-55,  -0x1.e37bae43be3edp-55,   0x1.7893b4d91cd9dp-56,   0x1.305c14160cc89p-58};

/// log(1 + r) near 1: the coefficients of r^3 to r^12.
inline constexpr std::array<double, 10> near_one = {
     0x1.5555555555577p-2, -0x1.ffffffffffdcbp-3,  0x1.999999995dd0cp-3, -0x1.55555556745a7p-3,  0x1.24924a344de30p-3,
    -0x1.fffffa4423d65p-4,  0x1.c7184282ad6cap-4, -0x1.999eb43b068ffp-4,  0x1.78182f7afd085p-4, -0x1.5521375d145cdp-4};

/// log(1 + r) in an interval: the coefficients of r^2 to r^6.
inline constexpr std::array<double, 5> in_interval = {
    -0x1.0000000000001p-1, 0x1.555555551305bp-2, -0x1.fffffffeb4590p-3, 0x1.999b324f10111p-3, -0x1.55575e506c89fp-3};

/// 2 artanh(s) / s - 2: the coefficients of s^2, s^4 and so on to s^14, for log1p (FDLIBM's `s_log1p.c`).
inline constexpr std::array<double, 7> artanh = {
    0x1.5555555555593p-1, 0x1.999999997fa04p-2, 0x1.2492494229359p-2, 0x1.c71c51d8e78afp-3,
    0x1.7466496cb03dep-3, 0x1.39a09d078c69fp-3, 0x1.2f112df3e5244p-3};

/// exp(r): the coefficients of r^2 to r^5.
inline constexpr std::array<double, 4> growth = {
    0x1.ffffffffffdbdp-2, 0x1.555555555543cp-3, 0x1.55555cf172b91p-5, 0x1.1111167a4d017p-7};

}  // namespace numpy::glibc::tables
