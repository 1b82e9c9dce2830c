import type { NextConfig } from 'next';

export default {
  poweredByHeader: false,
  // Nothing is written into this folder but what is built.
  agentRules: false,
} satisfies NextConfig;
