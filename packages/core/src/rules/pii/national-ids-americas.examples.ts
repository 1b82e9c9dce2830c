import type { ExamplesFor } from '../../rule.js';
import type { americanIdRules } from './national-ids-americas.js';

// Numbers made at random that pass the checks; near misses have one digit changed or the word taken away.
export const americanIdExamples = {
  'pii/us-ssn': {
    match: ['For the form, the SSN is 531-72-4408.', 'social security 214-06-9931', 'record 607 33 1852, filed in May'],
    noMatch: [
      'SSN 666-12-3456 cannot exist.',
      'Serial 531-72-44081',
      '000-12-3456 and 123-00-4567 are void',
      'The sample card had 078-05-1120.',
    ],
  },
  'pii/us-ssn-bare': {
    match: ['Social security, no dashes: 531724408.', 'SSN=607331852', 'ssn 214.06.9931 (dots, sorry)'],
    noMatch: ['Order 531724408 shipped.', 'The SSN field takes 9 digits.', 'Social security paid 123456 people.'],
  },
  'pii/us-ssn-last-four': {
    match: [
      'The last four of my social are 4408.',
      'last 4 digits of the SSN: 9931',
      'Use the last four digits of your SSN, mine is 1852.',
    ],
    noMatch: [
      'The last four of the card are 4408.',
      'In the last 4 years social media grew by 20%.',
      'What are the last 4 digits of an SSN for?',
    ],
  },
  'pii/us-itin': {
    match: ['ITIN 912-70-1234', 'My taxpayer number: 987-88-6543', '900 55 1234 is on the tax form'],
    noMatch: ['ITIN 912-49-1234', 'SSN 531-72-4408', 'Model 912-70-12345'],
  },
  'pii/us-npi': {
    match: ['NPI 1322739032', 'Provider ID: 1768750568', 'The doctor has npi 1415543481.'],
    noMatch: ['NPI 1322739033', 'Order 1322739032', 'An NPI has 10 digits.'],
  },
  'pii/us-mbi': {
    match: ['Medicare number 1EG4-TE5-MK73', 'MBI: 1EG4TE5MK72', 'beneficiary 2WX5-YA7-CD12'],
    noMatch: ['Medicare plan 1234-567-8901', 'Part 1EG4-TE5-MK73', 'Medicare pays 80 percent.'],
  },
  'pii/ca-sin': {
    match: ['My SIN is 279-099-469.', 'Social insurance number 336 488 655', 'NAS : 521309070'],
    noMatch: ['My SIN is 279-099-468.', 'Parcel 279-099-469', 'Canada has 38 929 902 people.'],
  },
  'pii/mx-curp': {
    match: ['CURP: MEBJ580722HJCPDL42', 'Mi curp es gulj680807mnljkn82, gracias', 'LIMJ830226HNLKHD10'],
    noMatch: ['CURP: MEBJ580722HJCPDL43', 'Clave MEBJ589922HJCPDL42', 'ABCD123456EFGHIJ78'],
  },
  'pii/mx-rfc': {
    match: ['RFC: GOMC850312AB1', 'El RFC del contribuyente es MEBJ580722QX5.', 'rfc XAXX010101000'],
    noMatch: ['RFC 2616 describes HTTP.', 'Clave GOMC850312AB1', 'RFC GOMC851399AB1'],
  },
  'pii/br-cpf': {
    match: ['CPF 371.538.431-08', 'Meu documento é 319.671.709-75.', '540.984.610-99'],
    noMatch: ['CPF 371.538.431-09', 'Total de 371.538.431 reais', '111.111.111-11'],
  },
  'pii/br-cpf-bare': {
    match: ['CPF: 37153843108', 'meu cpf 319671709-75', 'contribuinte 54098461099'],
    noMatch: ['CPF: 37153843109', 'Pedido 37153843108', 'O CPF tem 11 dígitos.'],
  },
  'pii/br-cnpj': {
    match: ['CNPJ 42.955.627/0001-46', 'Empresa 08.451.766/0001-02', '60.298.068/0001-20'],
    noMatch: ['CNPJ 42.955.627/0001-47', 'Processo 42.955.627/2001', '00.000.000/0000-00'],
  },
  'pii/br-cnpj-bare': {
    match: ['CNPJ 42955627000146', 'cnpj: 08451766000102', 'O CNPJ da loja é 60298068000120.'],
    noMatch: ['CNPJ 42955627000147', 'Pedido 42955627000146', 'O CNPJ tem 14 dígitos.'],
  },
  'pii/ar-cuil': {
    match: ['CUIL 27-49546942-0', 'Mi CUIT: 20-64378341-0', '27-44766146-8'],
    noMatch: ['CUIL 27-49546942-1', 'Expediente 30-12345678-9', 'CUIL 27/49546942'],
  },
  'pii/ar-cuil-bare': {
    match: ['CUIL 27495469420', 'cuit: 20643783410', 'El CUIL es 27447661468.'],
    noMatch: ['CUIL 27495469421', 'Pedido 27495469420', 'El CUIL tiene 11 dígitos.'],
  },
  'pii/ar-dni': {
    match: ['DNI 27.495.469', 'Mi DNI es 44766146.', 'documento nacional 9.876.543'],
    noMatch: ['El DNI cuesta 300 pesos.', 'Pedido 27.495.469', 'DNI 27.495.469.123'],
  },
  'pii/cl-rut': {
    match: ['RUT 8.057.397-9', 'Mi rut es 11.232.905-6.', '12.611.520-2'],
    noMatch: ['RUT 8.057.397-8', 'Total 8.057.397 pesos', '1.111.111-2'],
  },
  'pii/cl-rut-bare': {
    match: ['RUT: 8057397-9', 'mi RUN es 11232905-6', 'Chile, 12611520-2'],
    noMatch: ['RUT: 8057397-8', 'Pedido 8057397-9', 'run 12611520 steps'],
  },
  'pii/co-nit': {
    match: ['NIT 831.731.016-9', 'NIT: 889234573-9', 'Colombia, NIT. 855.697.719-1'],
    noMatch: ['NIT 831.731.016-8', 'Pedido 831.731.016-9', 'Colombia tiene 51.874.024 habitantes.'],
  },
  'pii/ec-cedula': {
    match: ['Cédula 1458910534', 'mi cédula: 030342638-1', 'Ecuador 2310852708'],
    noMatch: ['Cédula 1458910535', 'Pedido 1458910534', 'La cédula tiene diez dígitos.'],
  },
  'pii/uy-cedula': {
    match: ['Cédula 3.927.188-6', 'CI: 5960501-7', 'Uruguay, 5.891.986-7'],
    noMatch: ['Cédula 3.927.188-5', 'Pedido 3.927.188-6', 'Uruguay tiene 3.422.794 habitantes.'],
  },
  'pii/do-cedula': {
    match: ['Cédula 002-0367125-0', 'Dominican id 006-1274113-2', 'cedula 00583730015'],
    noMatch: ['Cédula 002-0367125-1', 'Pedido 002-0367125-0', 'La cédula dominicana tiene 11 dígitos.'],
  },
} satisfies ExamplesFor<ReturnType<typeof americanIdRules>>;
