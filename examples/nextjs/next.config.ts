import type { NextConfig } from 'next';

export default {
  poweredByHeader: false,
  // `next dev` knows this machine as localhost alone.
  allowedDevOrigins: ['127.0.0.1'],
  // Nothing is written into this folder but what is built.
  agentRules: false,
} satisfies NextConfig;
