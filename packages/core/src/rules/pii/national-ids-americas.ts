import * as check from '../../validators/national-ids-americas.js';
import { ruleFamily } from '../rule-family.js';
import { MANY } from './common.js';
import { nationalId } from './national-id.js';

/** Numbers of persons in the Americas. */
export const americanIdRules = ruleFamily(() => [
  nationalId(
    {
      id: 'pii/us-ssn',
      score: 0.75,
      entity: 'us_ssn',
      digits: [9, MANY],
      pattern: /(?<![\w.-]|\d )\d{3}([- ])\d{2}\1\d{4}(?![\w-]| \d|\.\d)/,
      validate: check.isUsSsn,
      context: { pattern: /\bssn\b|social|\bsoc\b|s\.s\.n|tax|\bss ?#/, score: 0.95 },
    },
    'a US Social Security number',
  ),
  nationalId(
    {
      id: 'pii/us-ssn-bare',
      score: 0.85,
      entity: 'us_ssn',
      keywords: ['ssn', 'social security', 'social sec', 'ss#', 'soc sec', 'seguro social'],
      digits: [9, MANY],
      // Dots and no separators at all only beside the words, where no other number is likely.
      pattern: /(?<![\w.-])\d{3}(\.?)\d{2}\1\d{4}(?![\w-]|\.\d)/,
      validate: check.isUsSsn,
    },
    'a US Social Security number',
  ),
  nationalId(
    {
      id: 'pii/us-ssn-last-four',
      score: 0.6,
      severity: 'medium',
      entity: 'us_ssn',
      keywords: ['last four', 'last 4'],
      near: ['ssn', 'social'],
      pattern: /last (?:four|4)(?: digits)?[^\d\n]{0,40}(?:ssn|social)[^\d\n]{0,32}?(?<span>\d{4})(?!\d|[-/.]\d)/i,
    },
    'a part of a US Social Security number',
  ),
  nationalId(
    {
      id: 'pii/us-itin',
      score: 0.6,
      entity: 'us_itin',
      digits: [9, MANY],
      pattern: /(?<![\w.-]|\d )9\d{2}([- ])\d{2}\1\d{4}(?![\w-]| \d|\.\d)/,
      validate: check.isUsItin,
      context: { pattern: /\bitin\b|taxpayer|\btax\b|\birs\b/, score: 0.93 },
    },
    'a US individual taxpayer number',
  ),
  nationalId(
    {
      id: 'pii/us-npi',
      score: 0.85,
      severity: 'low',
      entity: 'us_npi',
      keywords: ['npi', 'provider identifier', 'provider id'],
      digits: [10, MANY],
      pattern: /(?<![\w.-])[12]\d{9}(?![\w-])/,
      validate: check.isUsNpi,
    },
    'a US health provider number',
  ),
  nationalId(
    {
      id: 'pii/us-mbi',
      score: 0.85,
      entity: 'us_mbi',
      keywords: ['medicare', 'mbi', 'beneficiary'],
      // Letters without S, L, O, I, B and Z. Source: https://www.cms.gov/medicare/new-medicare-card
      pattern:
        /(?<![\w-])[1-9][ac-hjkmnp-rt-y][ac-hjkmnp-rt-y0-9]\d-?[ac-hjkmnp-rt-y][ac-hjkmnp-rt-y0-9]\d-?[ac-hjkmnp-rt-y]{2}\d{2}(?![\w-])/i,
    },
    'a US Medicare beneficiary number',
  ),
  nationalId(
    {
      id: 'pii/ca-sin',
      score: 0.93,
      entity: 'ca_sin',
      keywords: ['sin ', 'sin:', 'sin#', 'social insurance', 'assurance sociale', 'nas ', 'nas:', 'canad'],
      digits: [9, MANY],
      pattern: /(?<![\w.-])\d{3}([ -]?)\d{3}\1\d{3}(?![\w-]| \d)/,
      validate: check.isCanadianSin,
    },
    'a Canadian social insurance number',
  ),
  nationalId(
    {
      id: 'pii/mx-curp',
      score: 0.97,
      entity: 'mx_curp',
      digits: [6, MANY],
      amongLetters: true,
      reach: 24,
      pattern: /(?<![a-z0-9])[a-z][aeioux][a-z]{2}\d{6}[hmx][a-z]{2}[b-df-hj-np-tv-z]{3}[0-9a-z]\d(?![a-z0-9])/i,
      validate: check.isMexicanCurp,
    },
    'a Mexican CURP',
  ),
  nationalId(
    {
      id: 'pii/mx-rfc',
      score: 0.8,
      entity: 'mx_rfc',
      keywords: ['rfc', 'contribuyente'],
      digits: [6, MANY],
      pattern: /(?<![a-z0-9])[a-zñ&]{3}[a-zñ&]?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[a-z0-9]{2}[0-9a](?![a-z0-9])/i,
    },
    'a Mexican taxpayer number',
  ),
  nationalId(
    {
      id: 'pii/br-cpf',
      score: 0.96,
      entity: 'br_cpf',
      digits: [11, MANY],
      pattern: /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/,
      validate: check.isBrazilianCpf,
    },
    'a Brazilian CPF',
  ),
  nationalId(
    {
      id: 'pii/br-cpf-bare',
      score: 0.93,
      entity: 'br_cpf',
      keywords: ['cpf', 'cadastro de pessoa', 'brazil', 'contribuinte'],
      digits: [11, MANY],
      pattern: /(?<![\w.-])\d{9}[ -]?\d{2}(?![\w-])/,
      validate: check.isBrazilianCpf,
    },
    'a Brazilian CPF',
  ),
  nationalId(
    {
      id: 'pii/br-cnpj',
      score: 0.96,
      severity: 'low',
      entity: 'br_cnpj',
      digits: [14, MANY],
      pattern: /(?<![\w.-])\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?![\w-])/,
      validate: check.isBrazilianCnpj,
    },
    'a Brazilian CNPJ',
  ),
  nationalId(
    {
      id: 'pii/br-cnpj-bare',
      score: 0.93,
      severity: 'low',
      entity: 'br_cnpj',
      keywords: ['cnpj'],
      digits: [14, MANY],
      pattern: /(?<![\w.-])\d{14}(?![\w-])/,
      validate: check.isBrazilianCnpj,
    },
    'a Brazilian CNPJ',
  ),
  nationalId(
    {
      id: 'pii/ar-cuil',
      score: 0.85,
      entity: 'ar_cuil',
      digits: [11, MANY],
      pattern: /(?<![\w.-])2[03457]-\d{8}-\d(?![\w-])/,
      validate: check.isArgentineCuil,
      context: { pattern: /\bcui[lt]\b|argentin|anses|afip/, score: 0.97 },
    },
    'an Argentine CUIL',
  ),
  nationalId(
    {
      id: 'pii/ar-cuil-bare',
      score: 0.93,
      entity: 'ar_cuil',
      keywords: ['cuil', 'cuit'],
      digits: [11, MANY],
      pattern: /(?<![\w.-])2[03457]\d{9}(?![\w-])/,
      validate: check.isArgentineCuil,
    },
    'an Argentine CUIL',
  ),
  nationalId(
    {
      id: 'pii/ar-dni',
      score: 0.65,
      entity: 'ar_dni',
      keywords: ['dni', 'd.n.i', 'documento nacional'],
      digits: [7, MANY],
      reach: 40,
      pattern: /(?<![\w.-])\d{1,2}\.?\d{3}\.?\d{3}(?![\w-]|\.\d)/,
    },
    'an Argentine or Peruvian identity number',
  ),
  nationalId(
    {
      id: 'pii/cl-rut',
      score: 0.9,
      entity: 'cl_rut',
      digits: [7, MANY],
      reach: 40,
      pattern: /\b(?<![.-])\d{1,2}\.\d{3}\.\d{3}-[\dk](?![\w-])/i,
      validate: check.isChileanRut,
    },
    'a Chilean RUT',
  ),
  nationalId(
    {
      id: 'pii/cl-rut-bare',
      score: 0.9,
      entity: 'cl_rut',
      keywords: ['rut ', 'rut:', 'run ', 'run:', 'rol unico', 'chile'],
      digits: [7, MANY],
      pattern: /(?<![\w.-])\d{7,8}-?[\dk](?![\w-])/i,
      validate: (value) => value.includes('-') && check.isChileanRut(value),
    },
    'a Chilean RUT',
  ),
  nationalId(
    {
      id: 'pii/co-nit',
      score: 0.85,
      entity: 'co_nit',
      keywords: ['nit ', 'nit:', 'nit.', 'cedula de ciudadania', 'colombia'],
      digits: [9, MANY],
      pattern: /(?<![\w.-])\d{1,3}(?:\.\d{3}){2}(?:\.\d{3})?-\d(?![\w-])|(?<![\w.-])\d{8,10}-\d(?![\w-])/,
      validate: check.isColombianNit,
    },
    'a Colombian tax number',
  ),
  nationalId(
    {
      id: 'pii/ec-cedula',
      score: 0.85,
      entity: 'ec_cedula',
      keywords: ['cedula', 'ecuador'],
      digits: [10, MANY],
      pattern: /(?<![\w.-])\d{9}-?\d(?![\w-])/,
      validate: check.isEcuadorianCedula,
    },
    'an Ecuadorian identity number',
  ),
  nationalId(
    {
      id: 'pii/uy-cedula',
      score: 0.85,
      entity: 'uy_cedula',
      keywords: ['cedula', 'uruguay', 'c.i.', 'ci:'],
      digits: [7, MANY],
      pattern: /(?<![\w.-])\d\.?\d{3}\.?\d{3}-\d(?![\w-])/,
      validate: check.isUruguayanCedula,
    },
    'a Uruguayan identity number',
  ),
  nationalId(
    {
      id: 'pii/do-cedula',
      score: 0.88,
      entity: 'do_cedula',
      keywords: ['cedula', 'dominican', 'jce'],
      digits: [11, MANY],
      pattern: /(?<![\w.-])\d{3}-?\d{7}-?\d(?![\w-])/,
      validate: check.isDominicanCedula,
    },
    'a Dominican identity number',
  ),
]);
