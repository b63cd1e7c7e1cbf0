export const id = 835;
export const ids = [835];
export const modules = {

/***/ 12932:
/***/ (function(__unused_webpack_module, exports) {

(function (global, factory) {
   true ? factory(exports) :
  0;
})(this, (function (exports) { 'use strict';

  exports.BaseMetric = void 0;
  (function (BaseMetric) {
      BaseMetric["ATTACK_VECTOR"] = "AV";
      BaseMetric["ATTACK_COMPLEXITY"] = "AC";
      BaseMetric["PRIVILEGES_REQUIRED"] = "PR";
      BaseMetric["USER_INTERACTION"] = "UI";
      BaseMetric["SCOPE"] = "S";
      BaseMetric["CONFIDENTIALITY"] = "C";
      BaseMetric["INTEGRITY"] = "I";
      BaseMetric["AVAILABILITY"] = "A";
  })(exports.BaseMetric || (exports.BaseMetric = {}));
  exports.TemporalMetric = void 0;
  (function (TemporalMetric) {
      TemporalMetric["EXPLOIT_CODE_MATURITY"] = "E";
      TemporalMetric["REMEDIATION_LEVEL"] = "RL";
      TemporalMetric["REPORT_CONFIDENCE"] = "RC";
  })(exports.TemporalMetric || (exports.TemporalMetric = {}));
  exports.EnvironmentalMetric = void 0;
  (function (EnvironmentalMetric) {
      EnvironmentalMetric["CONFIDENTIALITY_REQUIREMENT"] = "CR";
      EnvironmentalMetric["INTEGRITY_REQUIREMENT"] = "IR";
      EnvironmentalMetric["AVAILABILITY_REQUIREMENT"] = "AR";
      EnvironmentalMetric["MODIFIED_ATTACK_VECTOR"] = "MAV";
      EnvironmentalMetric["MODIFIED_ATTACK_COMPLEXITY"] = "MAC";
      EnvironmentalMetric["MODIFIED_PRIVILEGES_REQUIRED"] = "MPR";
      EnvironmentalMetric["MODIFIED_USER_INTERACTION"] = "MUI";
      EnvironmentalMetric["MODIFIED_SCOPE"] = "MS";
      EnvironmentalMetric["MODIFIED_CONFIDENTIALITY"] = "MC";
      EnvironmentalMetric["MODIFIED_INTEGRITY"] = "MI";
      EnvironmentalMetric["MODIFIED_AVAILABILITY"] = "MA";
  })(exports.EnvironmentalMetric || (exports.EnvironmentalMetric = {}));
  const baseMetrics = [
      exports.BaseMetric.ATTACK_VECTOR,
      exports.BaseMetric.ATTACK_COMPLEXITY,
      exports.BaseMetric.PRIVILEGES_REQUIRED,
      exports.BaseMetric.USER_INTERACTION,
      exports.BaseMetric.SCOPE,
      exports.BaseMetric.CONFIDENTIALITY,
      exports.BaseMetric.INTEGRITY,
      exports.BaseMetric.AVAILABILITY
  ];
  const temporalMetrics = [
      exports.TemporalMetric.EXPLOIT_CODE_MATURITY,
      exports.TemporalMetric.REMEDIATION_LEVEL,
      exports.TemporalMetric.REPORT_CONFIDENCE
  ];
  const environmentalMetrics = [
      exports.EnvironmentalMetric.AVAILABILITY_REQUIREMENT,
      exports.EnvironmentalMetric.CONFIDENTIALITY_REQUIREMENT,
      exports.EnvironmentalMetric.INTEGRITY_REQUIREMENT,
      exports.EnvironmentalMetric.MODIFIED_ATTACK_VECTOR,
      exports.EnvironmentalMetric.MODIFIED_ATTACK_COMPLEXITY,
      exports.EnvironmentalMetric.MODIFIED_PRIVILEGES_REQUIRED,
      exports.EnvironmentalMetric.MODIFIED_USER_INTERACTION,
      exports.EnvironmentalMetric.MODIFIED_SCOPE,
      exports.EnvironmentalMetric.MODIFIED_CONFIDENTIALITY,
      exports.EnvironmentalMetric.MODIFIED_INTEGRITY,
      exports.EnvironmentalMetric.MODIFIED_AVAILABILITY
  ];
  const baseMetricValues = {
      [exports.BaseMetric.ATTACK_VECTOR]: ['N', 'A', 'L', 'P'],
      [exports.BaseMetric.ATTACK_COMPLEXITY]: ['L', 'H'],
      [exports.BaseMetric.PRIVILEGES_REQUIRED]: ['N', 'L', 'H'],
      [exports.BaseMetric.USER_INTERACTION]: ['N', 'R'],
      [exports.BaseMetric.SCOPE]: ['U', 'C'],
      [exports.BaseMetric.CONFIDENTIALITY]: ['N', 'L', 'H'],
      [exports.BaseMetric.INTEGRITY]: ['N', 'L', 'H'],
      [exports.BaseMetric.AVAILABILITY]: ['N', 'L', 'H'], // None, Low, High
  };
  const temporalMetricValues = {
      [exports.TemporalMetric.EXPLOIT_CODE_MATURITY]: ['X', 'H', 'F', 'P', 'U'],
      [exports.TemporalMetric.REMEDIATION_LEVEL]: ['X', 'U', 'W', 'T', 'O'],
      [exports.TemporalMetric.REPORT_CONFIDENCE]: ['X', 'C', 'R', 'U']
  };
  const environmentalMetricValues = {
      [exports.EnvironmentalMetric.CONFIDENTIALITY_REQUIREMENT]: ['X', 'H', 'M', 'L'],
      [exports.EnvironmentalMetric.INTEGRITY_REQUIREMENT]: ['X', 'H', 'M', 'L'],
      [exports.EnvironmentalMetric.AVAILABILITY_REQUIREMENT]: ['X', 'H', 'M', 'L'],
      [exports.EnvironmentalMetric.MODIFIED_ATTACK_VECTOR]: ['X', 'N', 'A', 'L', 'P'],
      [exports.EnvironmentalMetric.MODIFIED_ATTACK_COMPLEXITY]: ['X', 'L', 'H'],
      [exports.EnvironmentalMetric.MODIFIED_PRIVILEGES_REQUIRED]: ['X', 'N', 'L', 'H'],
      [exports.EnvironmentalMetric.MODIFIED_USER_INTERACTION]: ['X', 'N', 'R'],
      [exports.EnvironmentalMetric.MODIFIED_SCOPE]: ['X', 'U', 'C'],
      [exports.EnvironmentalMetric.MODIFIED_CONFIDENTIALITY]: ['X', 'N', 'L', 'H'],
      [exports.EnvironmentalMetric.MODIFIED_INTEGRITY]: ['X', 'N', 'L', 'H'],
      [exports.EnvironmentalMetric.MODIFIED_AVAILABILITY]: ['X', 'N', 'L', 'H']
  };
  // Copyright FIRST, Red Hat, and contributors
  // SPDX-License-Identifier: BSD-2-Clause
  // CVSS v4.0 metrics ordering and valid values
  const expectedMetricOrder = {
      // Base (11 metrics)
      "AV": ["N", "A", "L", "P"],
      "AC": ["L", "H"],
      "AT": ["N", "P"],
      "PR": ["N", "L", "H"],
      "UI": ["N", "P", "A"],
      "VC": ["H", "L", "N"],
      "VI": ["H", "L", "N"],
      "VA": ["H", "L", "N"],
      "SC": ["H", "L", "N"],
      "SI": ["H", "L", "N"],
      "SA": ["H", "L", "N"],
      // Threat (1 metric)
      "E": ["X", "A", "P", "U"],
      // Environmental (14 metrics)
      "CR": ["X", "H", "M", "L"],
      "IR": ["X", "H", "M", "L"],
      "AR": ["X", "H", "M", "L"],
      "MAV": ["X", "N", "A", "L", "P"],
      "MAC": ["X", "L", "H"],
      "MAT": ["X", "N", "P"],
      "MPR": ["X", "N", "L", "H"],
      "MUI": ["X", "N", "P", "A"],
      "MVC": ["X", "H", "L", "N"],
      "MVI": ["X", "H", "L", "N"],
      "MVA": ["X", "H", "L", "N"],
      "MSC": ["X", "H", "L", "N"],
      "MSI": ["X", "S", "H", "L", "N"],
      "MSA": ["X", "S", "H", "L", "N"],
      // Supplemental (6 metrics)
      "S": ["X", "N", "P"],
      "AU": ["X", "N", "Y"],
      "R": ["X", "A", "U", "I"],
      "V": ["X", "D", "C"],
      "RE": ["X", "L", "M", "H"],
      "U": ["X", "Clear", "Green", "Amber", "Red"],
  };
  // max severity distances in EQs MacroVectors (+1)
  const maxSeverityV4 = {
      "eq1": {
          0: 1,
          1: 4,
          2: 5
      },
      "eq2": {
          0: 1,
          1: 2
      },
      "eq3eq6": {
          0: { 0: 7, 1: 6 },
          1: { 0: 8, 1: 8 },
          2: { 1: 10 }
      },
      "eq4": {
          0: 6,
          1: 5,
          2: 4
      },
      "eq5": {
          0: 1,
          1: 1,
          2: 1
      },
  };
  const cvssLookup_globalV4 = {
      "000000": 10,
      "000001": 9.9,
      "000010": 9.8,
      "000011": 9.5,
      "000020": 9.5,
      "000021": 9.2,
      "000100": 10,
      "000101": 9.6,
      "000110": 9.3,
      "000111": 8.7,
      "000120": 9.1,
      "000121": 8.1,
      "000200": 9.3,
      "000201": 9,
      "000210": 8.9,
      "000211": 8,
      "000220": 8.1,
      "000221": 6.8,
      "001000": 9.8,
      "001001": 9.5,
      "001010": 9.5,
      "001011": 9.2,
      "001020": 9,
      "001021": 8.4,
      "001100": 9.3,
      "001101": 9.2,
      "001110": 8.9,
      "001111": 8.1,
      "001120": 8.1,
      "001121": 6.5,
      "001200": 8.8,
      "001201": 8,
      "001210": 7.8,
      "001211": 7,
      "001220": 6.9,
      "001221": 4.8,
      "002001": 9.2,
      "002011": 8.2,
      "002021": 7.2,
      "002101": 7.9,
      "002111": 6.9,
      "002121": 5,
      "002201": 6.9,
      "002211": 5.5,
      "002221": 2.7,
      "010000": 9.9,
      "010001": 9.7,
      "010010": 9.5,
      "010011": 9.2,
      "010020": 9.2,
      "010021": 8.5,
      "010100": 9.5,
      "010101": 9.1,
      "010110": 9,
      "010111": 8.3,
      "010120": 8.4,
      "010121": 7.1,
      "010200": 9.2,
      "010201": 8.1,
      "010210": 8.2,
      "010211": 7.1,
      "010220": 7.2,
      "010221": 5.3,
      "011000": 9.5,
      "011001": 9.3,
      "011010": 9.2,
      "011011": 8.5,
      "011020": 8.5,
      "011021": 7.3,
      "011100": 9.2,
      "011101": 8.2,
      "011110": 8,
      "011111": 7.2,
      "011120": 7,
      "011121": 5.9,
      "011200": 8.4,
      "011201": 7,
      "011210": 7.1,
      "011211": 5.2,
      "011220": 5,
      "011221": 3,
      "012001": 8.6,
      "012011": 7.5,
      "012021": 5.2,
      "012101": 7.1,
      "012111": 5.2,
      "012121": 2.9,
      "012201": 6.3,
      "012211": 2.9,
      "012221": 1.7,
      "100000": 9.8,
      "100001": 9.5,
      "100010": 9.4,
      "100011": 8.7,
      "100020": 9.1,
      "100021": 8.1,
      "100100": 9.4,
      "100101": 8.9,
      "100110": 8.6,
      "100111": 7.4,
      "100120": 7.7,
      "100121": 6.4,
      "100200": 8.7,
      "100201": 7.5,
      "100210": 7.4,
      "100211": 6.3,
      "100220": 6.3,
      "100221": 4.9,
      "101000": 9.4,
      "101001": 8.9,
      "101010": 8.8,
      "101011": 7.7,
      "101020": 7.6,
      "101021": 6.7,
      "101100": 8.6,
      "101101": 7.6,
      "101110": 7.4,
      "101111": 5.8,
      "101120": 5.9,
      "101121": 5,
      "101200": 7.2,
      "101201": 5.7,
      "101210": 5.7,
      "101211": 5.2,
      "101220": 5.2,
      "101221": 2.5,
      "102001": 8.3,
      "102011": 7,
      "102021": 5.4,
      "102101": 6.5,
      "102111": 5.8,
      "102121": 2.6,
      "102201": 5.3,
      "102211": 2.1,
      "102221": 1.3,
      "110000": 9.5,
      "110001": 9,
      "110010": 8.8,
      "110011": 7.6,
      "110020": 7.6,
      "110021": 7,
      "110100": 9,
      "110101": 7.7,
      "110110": 7.5,
      "110111": 6.2,
      "110120": 6.1,
      "110121": 5.3,
      "110200": 7.7,
      "110201": 6.6,
      "110210": 6.8,
      "110211": 5.9,
      "110220": 5.2,
      "110221": 3,
      "111000": 8.9,
      "111001": 7.8,
      "111010": 7.6,
      "111011": 6.7,
      "111020": 6.2,
      "111021": 5.8,
      "111100": 7.4,
      "111101": 5.9,
      "111110": 5.7,
      "111111": 5.7,
      "111120": 4.7,
      "111121": 2.3,
      "111200": 6.1,
      "111201": 5.2,
      "111210": 5.7,
      "111211": 2.9,
      "111220": 2.4,
      "111221": 1.6,
      "112001": 7.1,
      "112011": 5.9,
      "112021": 3,
      "112101": 5.8,
      "112111": 2.6,
      "112121": 1.5,
      "112201": 2.3,
      "112211": 1.3,
      "112221": 0.6,
      "200000": 9.3,
      "200001": 8.7,
      "200010": 8.6,
      "200011": 7.2,
      "200020": 7.5,
      "200021": 5.8,
      "200100": 8.6,
      "200101": 7.4,
      "200110": 7.4,
      "200111": 6.1,
      "200120": 5.6,
      "200121": 3.4,
      "200200": 7,
      "200201": 5.4,
      "200210": 5.2,
      "200211": 4,
      "200220": 4,
      "200221": 2.2,
      "201000": 8.5,
      "201001": 7.5,
      "201010": 7.4,
      "201011": 5.5,
      "201020": 6.2,
      "201021": 5.1,
      "201100": 7.2,
      "201101": 5.7,
      "201110": 5.5,
      "201111": 4.1,
      "201120": 4.6,
      "201121": 1.9,
      "201200": 5.3,
      "201201": 3.6,
      "201210": 3.4,
      "201211": 1.9,
      "201220": 1.9,
      "201221": 0.8,
      "202001": 6.4,
      "202011": 5.1,
      "202021": 2,
      "202101": 4.7,
      "202111": 2.1,
      "202121": 1.1,
      "202201": 2.4,
      "202211": 0.9,
      "202221": 0.4,
      "210000": 8.8,
      "210001": 7.5,
      "210010": 7.3,
      "210011": 5.3,
      "210020": 6,
      "210021": 5,
      "210100": 7.3,
      "210101": 5.5,
      "210110": 5.9,
      "210111": 4,
      "210120": 4.1,
      "210121": 2,
      "210200": 5.4,
      "210201": 4.3,
      "210210": 4.5,
      "210211": 2.2,
      "210220": 2,
      "210221": 1.1,
      "211000": 7.5,
      "211001": 5.5,
      "211010": 5.8,
      "211011": 4.5,
      "211020": 4,
      "211021": 2.1,
      "211100": 6.1,
      "211101": 5.1,
      "211110": 4.8,
      "211111": 1.8,
      "211120": 2,
      "211121": 0.9,
      "211200": 4.6,
      "211201": 1.8,
      "211210": 1.7,
      "211211": 0.7,
      "211220": 0.8,
      "211221": 0.2,
      "212001": 5.3,
      "212011": 2.4,
      "212021": 1.4,
      "212101": 2.4,
      "212111": 1.2,
      "212121": 0.5,
      "212201": 1,
      "212211": 0.3,
      "212221": 0.1,
  };
  const maxComposed = {
      // EQ1
      "eq1": {
          0: ["AV:N/PR:N/UI:N/"],
          1: ["AV:A/PR:N/UI:N/", "AV:N/PR:L/UI:N/", "AV:N/PR:N/UI:P/"],
          2: ["AV:P/PR:N/UI:N/", "AV:A/PR:L/UI:P/"]
      },
      // EQ2
      "eq2": {
          0: ["AC:L/AT:N/"],
          1: ["AC:H/AT:N/", "AC:L/AT:P/"]
      },
      // EQ3+EQ6
      "eq3": {
          0: { "0": ["VC:H/VI:H/VA:H/CR:H/IR:H/AR:H/"], "1": ["VC:H/VI:H/VA:L/CR:M/IR:M/AR:H/", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M/"] },
          1: { "0": ["VC:L/VI:H/VA:H/CR:H/IR:H/AR:H/", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H/"], "1": ["VC:L/VI:H/VA:L/CR:H/IR:M/AR:H/", "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M/", "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M/", "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H/", "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M/"] },
          2: { "1": ["VC:L/VI:L/VA:L/CR:H/IR:H/AR:H/"] },
      },
      // EQ4
      "eq4": {
          0: ["SC:H/SI:S/SA:S/"],
          1: ["SC:H/SI:H/SA:H/"],
          2: ["SC:L/SI:L/SA:L/"]
      },
      // EQ5
      "eq5": {
          0: ["E:A/"],
          1: ["E:P/"],
          2: ["E:U/"],
      },
  };

  const humanizeBaseMetric = (metric) => {
      switch (metric) {
          case exports.BaseMetric.ATTACK_VECTOR:
              return 'Attack Vector';
          case exports.BaseMetric.ATTACK_COMPLEXITY:
              return 'Attack Complexity';
          case exports.BaseMetric.PRIVILEGES_REQUIRED:
              return 'Privileges Required';
          case exports.BaseMetric.USER_INTERACTION:
              return 'User Interaction';
          case exports.BaseMetric.SCOPE:
              return 'Scope';
          case exports.BaseMetric.CONFIDENTIALITY:
              return 'Confidentiality';
          case exports.BaseMetric.INTEGRITY:
              return 'Integrity';
          case exports.BaseMetric.AVAILABILITY:
              return 'Availability';
          default:
              return 'Unknown';
      }
  };
  // eslint-disable-next-line complexity
  const humanizeBaseMetricValue = (value, metric) => {
      switch (value) {
          case 'A':
              return 'Adjacent';
          case 'C':
              return 'Changed';
          case 'H':
              return 'High';
          case 'L':
              return metric === exports.BaseMetric.ATTACK_VECTOR ? 'Local' : 'Low';
          case 'N':
              return metric === exports.BaseMetric.ATTACK_VECTOR ? 'Network' : 'None';
          case 'P':
              return 'Physical';
          case 'R':
              return 'Required';
          case 'U':
              return 'Unchanged';
          default:
              return 'Unknown';
      }
  };
  /**
   * Stringify a score into a qualitative severity rating string
   * @param score
   */
  const humanizeScore = (score) => score <= 0
      ? 'None'
      : score <= 3.9
          ? 'Low'
          : score <= 6.9
              ? 'Medium'
              : score <= 8.9
                  ? 'High'
                  : 'Critical';

  const VERSION_REGEX = /^CVSS:(\d(?:\.\d)?)(.*)?$/;
  const parseVersion = (cvssStr) => {
      const versionRegexRes = VERSION_REGEX.exec(cvssStr);
      return versionRegexRes && versionRegexRes[1];
  };
  const parseVector = (cvssStr) => {
      const versionRegexRes = VERSION_REGEX.exec(cvssStr);
      return versionRegexRes && versionRegexRes[2] && versionRegexRes[2].substr(1);
  };
  const parseMetrics = (vectorStr) => (vectorStr ? vectorStr.split('/') : []).map((metric) => {
      if (!metric) {
          return { key: '', value: '' };
      }
      const parts = metric.split(':');
      return { key: parts[0], value: parts[1] };
  });
  const parseMetricsAsMap = (cvssStr) => parseMetrics(parseVector(cvssStr) || '').reduce((res, metric) => {
      if (res.has(metric.key)) {
          throw new Error(`Duplicated metric: "${metric.key}:${metric.value || ''}"`);
      }
      return res.set(metric.key, metric.value);
  }, new Map());

  /**
   * Validates a CVSS vector string according to expected metrics and mandatory requirements.
   * @param {string} vectorString - The CVSS vector string to validate.
   * @returns {{ valid: boolean, error?: string, selectedMetrics?: Record<string, string> }}
   *   Returns an object indicating whether the vector is valid, with an error message if invalid.
   */
  const validateVectorV4 = (vectorString) => {
      let metrics = vectorString ? vectorString.split("/") : [];
      const prefix = metrics[0];
      if (prefix !== "CVSS:4.0") {
          return { valid: false, error: "Invalid vector prefix" };
      }
      metrics.shift();
      let expectedIndex = 0;
      const toSelect = {};
      const expectedEntries = Object.entries(expectedMetricOrder);
      const mandatoryMetrics = ['AV', 'AC', 'AT', 'PR', 'UI', 'VC', 'VI', 'VA', 'SC', 'SI', 'SA'];
      for (const metric of metrics) {
          const [key, value] = metric.split(":");
          const expectedEntry = expectedEntries.find(entry => entry[0] === key);
          if (key in toSelect) {
              return { valid: false, error: `Invalid vector, repeated metric: ${key}` };
          }
          while (expectedIndex < expectedEntries.length && expectedEntries[expectedIndex][0] !== key) {
              expectedIndex++;
          }
          if (expectedIndex >= expectedEntries.length) {
              return { valid: false, error: `Invalid vector, metric out of sequence: ${key}` };
          }
          if (!expectedEntry) {
              return { valid: false, error: `Invalid vector, unexpected metric: ${key}` };
          }
          if (!expectedEntry[1].includes(value)) {
              return { valid: false, error: `Invalid vector, for key ${key}, value ${value} is not in [${expectedEntry[1]}]` };
          }
          toSelect[key] = value;
      }
      const missingMandatoryMetrics = mandatoryMetrics.filter(metric => !(metric in toSelect));
      if (missingMandatoryMetrics.length > 0) {
          return { valid: false, error: `Invalid vector, missing mandatory metrics: ${missingMandatoryMetrics.join(', ')}` };
      }
      return { valid: true, selectedMetrics: toSelect };
  };
  const validateVersion = (versionStr) => {
      if (!versionStr) {
          throw new Error('Invalid CVSS string. Example: CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L');
      }
      if (versionStr !== '3.0' && versionStr !== '3.1' && versionStr !== '4.0') {
          throw new Error(`Unsupported CVSS version: ${versionStr}. Only 3.0 and 3.1 are supported`);
      }
  };
  const validateVector = (vectorStr) => {
      if (!vectorStr || vectorStr.includes('//')) {
          throw new Error('Invalid CVSS string. Example: CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L');
      }
  };
  const checkUnknownMetrics = (metricsMap, knownMetrics) => {
      const allKnownMetrics = knownMetrics || [
          ...baseMetrics,
          ...temporalMetrics,
          ...environmentalMetrics
      ];
      [...metricsMap.keys()].forEach((userMetric) => {
          if (!allKnownMetrics.includes(userMetric)) {
              throw new Error(`Unknown CVSS metric "${userMetric}". Allowed metrics: ${allKnownMetrics.join(', ')}`);
          }
      });
  };
  const checkMandatoryMetrics = (metricsMap, metrics = baseMetrics) => {
      metrics.forEach((metric) => {
          if (!metricsMap.has(metric)) {
              // eslint-disable-next-line max-len
              throw new Error(`Missing mandatory CVSS metric ${metrics} (${humanizeBaseMetric(metric)})`);
          }
      });
  };
  const checkMetricsValues = (metricsMap, metrics, metricsValues) => {
      metrics.forEach((metric) => {
          const userValue = metricsMap.get(metric);
          if (!userValue) {
              return;
          }
          if (!metricsValues[metric].includes(userValue)) {
              const allowedValuesHumanized = metricsValues[metric]
                  .map((value) => `${value} (${humanizeBaseMetricValue(value, metric)})`)
                  .join(', ');
              throw new Error(`Invalid value for CVSS metric ${metric} (${humanizeBaseMetric(metric)})${userValue ? `: ${userValue}` : ''}. Allowed values: ${allowedValuesHumanized}`);
          }
      });
  };
  /**
   * Validate that the given string is a valid cvss vector
   * @param cvssStr
   */
  const validate = (cvssStr) => {
      if (!cvssStr || !cvssStr.startsWith('CVSS:')) {
          throw new Error('CVSS vector must start with "CVSS:"');
      }
      if (cvssStr.startsWith('CVSS:4')) {
          validateVectorV4(cvssStr);
      }
      const allKnownMetrics = [
          ...baseMetrics,
          ...temporalMetrics,
          ...environmentalMetrics
      ];
      const allKnownMetricsValues = {
          ...baseMetricValues,
          ...temporalMetricValues,
          ...environmentalMetricValues
      };
      const versionStr = parseVersion(cvssStr);
      validateVersion(versionStr);
      const vectorStr = parseVector(cvssStr);
      validateVector(vectorStr);
      const metricsMap = parseMetricsAsMap(cvssStr);
      checkMandatoryMetrics(metricsMap);
      checkUnknownMetrics(metricsMap, allKnownMetrics);
      checkMetricsValues(metricsMap, allKnownMetrics, allKnownMetricsValues);
      const isTemporal = [...metricsMap.keys()].some((metric) => temporalMetrics.includes(metric));
      const isEnvironmental = [...metricsMap.keys()].some((metric) => environmentalMetrics.includes(metric));
      return {
          metricsMap,
          isTemporal,
          isEnvironmental,
          versionStr
      };
  };

  const detectCvssVersion = (cvssString) => {
      const versionPrefix = cvssString.split('/')[0];
      if (versionPrefix.startsWith('CVSS:4.0'))
          return '4.0';
      if (versionPrefix.startsWith('CVSS:3.'))
          return '3.1';
      throw new Error(`Unsupported CVSS version: ${versionPrefix}`);
  };
  // https://www.first.org/cvss/v3.1/specification-document#7-4-Metric-Values
  const baseMetricValueScores = {
      [exports.BaseMetric.ATTACK_VECTOR]: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
      [exports.BaseMetric.ATTACK_COMPLEXITY]: { L: 0.77, H: 0.44 },
      [exports.BaseMetric.PRIVILEGES_REQUIRED]: null,
      [exports.BaseMetric.USER_INTERACTION]: { N: 0.85, R: 0.62 },
      [exports.BaseMetric.SCOPE]: { U: 0, C: 0 },
      [exports.BaseMetric.CONFIDENTIALITY]: { N: 0, L: 0.22, H: 0.56 },
      [exports.BaseMetric.INTEGRITY]: { N: 0, L: 0.22, H: 0.56 },
      [exports.BaseMetric.AVAILABILITY]: { N: 0, L: 0.22, H: 0.56 }
  };
  const temporalMetricValueScores = {
      [exports.TemporalMetric.EXPLOIT_CODE_MATURITY]: {
          X: 1,
          U: 0.91,
          F: 0.97,
          P: 0.94,
          H: 1
      },
      [exports.TemporalMetric.REMEDIATION_LEVEL]: { X: 1, O: 0.95, T: 0.96, W: 0.97, U: 1 },
      [exports.TemporalMetric.REPORT_CONFIDENCE]: { X: 1, U: 0.92, R: 0.96, C: 1 }
  };
  const environmentalMetricValueScores = {
      [exports.EnvironmentalMetric.CONFIDENTIALITY_REQUIREMENT]: {
          M: 1,
          L: 0.5,
          H: 1.5,
          X: 1
      },
      [exports.EnvironmentalMetric.INTEGRITY_REQUIREMENT]: { M: 1, L: 0.5, H: 1.5, X: 1 },
      [exports.EnvironmentalMetric.AVAILABILITY_REQUIREMENT]: {
          M: 1,
          L: 0.5,
          H: 1.5,
          X: 1
      },
      [exports.EnvironmentalMetric.MODIFIED_ATTACK_VECTOR]: baseMetricValueScores[exports.BaseMetric.ATTACK_VECTOR],
      [exports.EnvironmentalMetric.MODIFIED_ATTACK_COMPLEXITY]: baseMetricValueScores[exports.BaseMetric.ATTACK_COMPLEXITY],
      [exports.EnvironmentalMetric.MODIFIED_PRIVILEGES_REQUIRED]: null,
      [exports.EnvironmentalMetric.MODIFIED_USER_INTERACTION]: baseMetricValueScores[exports.BaseMetric.USER_INTERACTION],
      [exports.EnvironmentalMetric.MODIFIED_SCOPE]: baseMetricValueScores[exports.BaseMetric.SCOPE],
      [exports.EnvironmentalMetric.MODIFIED_CONFIDENTIALITY]: baseMetricValueScores[exports.BaseMetric.CONFIDENTIALITY],
      [exports.EnvironmentalMetric.MODIFIED_INTEGRITY]: baseMetricValueScores[exports.BaseMetric.INTEGRITY],
      [exports.EnvironmentalMetric.MODIFIED_AVAILABILITY]: baseMetricValueScores[exports.BaseMetric.AVAILABILITY]
  };
  const getPrivilegesRequiredNumericValue = (value, scopeValue) => {
      if (scopeValue !== 'U' && scopeValue !== 'C' && scopeValue !== 'X') {
          throw new Error(`Unknown Scope value: ${scopeValue}`);
      }
      switch (value) {
          case 'N':
              return 0.85;
          case 'L':
              return scopeValue === 'U' ? 0.62 : 0.68;
          case 'H':
              return scopeValue === 'U' ? 0.27 : 0.5;
          default:
              throw new Error(`Unknown PrivilegesRequired value: ${value}`);
      }
  };
  const getMetricValue = (metric, metricsMap) => {
      if (!metricsMap.has(metric)) {
          console.log("metricsMap", metricsMap);
          throw new Error(`Missing metric: ${metric}`);
      }
      return metricsMap.get(metric);
  };
  const getMetricNumericValue = (metric, metricsMap) => {
      const value = getMetricValue(metric || exports.TemporalMetric || exports.EnvironmentalMetric, metricsMap);
      if (metric === exports.BaseMetric.PRIVILEGES_REQUIRED) {
          return getPrivilegesRequiredNumericValue(value, getMetricValue(exports.BaseMetric.SCOPE, metricsMap));
      }
      if (metric === exports.EnvironmentalMetric.MODIFIED_PRIVILEGES_REQUIRED) {
          return getPrivilegesRequiredNumericValue(value, getMetricValue(exports.EnvironmentalMetric.MODIFIED_SCOPE, metricsMap));
      }
      const score = {
          ...baseMetricValueScores,
          ...temporalMetricValueScores,
          ...environmentalMetricValueScores
      }[metric];
      if (!score) {
          throw new Error(`Internal error. Missing metric score: ${metric}`);
      }
      return score[value];
  };
  // ISS = 1 - [ (1 - Confidentiality) × (1 - Integrity) × (1 - Availability) ]
  const calculateIss = (metricsMap) => {
      const confidentiality = getMetricNumericValue(exports.BaseMetric.CONFIDENTIALITY, metricsMap);
      const integrity = getMetricNumericValue(exports.BaseMetric.INTEGRITY, metricsMap);
      const availability = getMetricNumericValue(exports.BaseMetric.AVAILABILITY, metricsMap);
      return 1 - (1 - confidentiality) * (1 - integrity) * (1 - availability);
  };
  // https://www.first.org/cvss/v3.1/specification-document#7-3-Environmental-Metrics-Equations
  // MISS = Minimum ( 1 - [ (1 - ConfidentialityRequirement × ModifiedConfidentiality) × (1 - IntegrityRequirement × ModifiedIntegrity) × (1 - AvailabilityRequirement × ModifiedAvailability) ], 0.915)
  const calculateMiss = (metricsMap) => {
      const rConfidentiality = getMetricNumericValue(exports.EnvironmentalMetric.CONFIDENTIALITY_REQUIREMENT, metricsMap);
      const mConfidentiality = getMetricNumericValue(exports.EnvironmentalMetric.MODIFIED_CONFIDENTIALITY, metricsMap);
      const rIntegrity = getMetricNumericValue(exports.EnvironmentalMetric.INTEGRITY_REQUIREMENT, metricsMap);
      const mIntegrity = getMetricNumericValue(exports.EnvironmentalMetric.MODIFIED_INTEGRITY, metricsMap);
      const rAvailability = getMetricNumericValue(exports.EnvironmentalMetric.AVAILABILITY_REQUIREMENT, metricsMap);
      const mAvailability = getMetricNumericValue(exports.EnvironmentalMetric.MODIFIED_AVAILABILITY, metricsMap);
      return Math.min(1 -
          (1 - rConfidentiality * mConfidentiality) *
              (1 - rIntegrity * mIntegrity) *
              (1 - rAvailability * mAvailability), 0.915);
  };
  // https://www.first.org/cvss/v3.1/specification-document#7-1-Base-Metrics-Equations
  // Impact =
  //   If Scope is Unchanged 	6.42 × ISS
  //   If Scope is Changed 	7.52 × (ISS - 0.029) - 3.25 × (ISS - 0.02)^15
  const calculateImpact = (metricsMap, iss) => metricsMap.get(exports.BaseMetric.SCOPE) === 'U'
      ? 6.42 * iss
      : 7.52 * (iss - 0.029) - 3.25 * Math.pow(iss - 0.02, 15);
  // https://www.first.org/cvss/v3.1/specification-document#7-3-Environmental-Metrics-Equations
  // ModifiedImpact =
  // If ModifiedScope is Unchanged	6.42 × MISS
  // If ModifiedScope is Changed	7.52 × (MISS - 0.029) - 3.25 × (MISS × 0.9731 - 0.02)^13
  // ModifiedExploitability =	8.22 × ModifiedAttackVector × ModifiedAttackComplexity × ModifiedPrivilegesRequired × ModifiedUserInteraction
  // Note : Math.pow is 15 in 3.0 but 13 in 3.1
  const calculateModifiedImpact = (metricsMap, miss, versionStr) => metricsMap.get(exports.EnvironmentalMetric.MODIFIED_SCOPE) === 'U'
      ? 6.42 * miss
      : 7.52 * (miss - 0.029) -
          3.25 *
              Math.pow(miss * (versionStr === '3.0' ? 1 : 0.9731) - 0.02, versionStr === '3.0' ? 15 : 13);
  // https://www.first.org/cvss/v3.1/specification-document#7-1-Base-Metrics-Equations
  // Exploitability = 8.22 × AttackVector × AttackComplexity × PrivilegesRequired × UserInteraction
  const calculateExploitability = (metricsMap) => 8.22 *
      getMetricNumericValue(exports.BaseMetric.ATTACK_VECTOR, metricsMap) *
      getMetricNumericValue(exports.BaseMetric.ATTACK_COMPLEXITY, metricsMap) *
      getMetricNumericValue(exports.BaseMetric.PRIVILEGES_REQUIRED, metricsMap) *
      getMetricNumericValue(exports.BaseMetric.USER_INTERACTION, metricsMap);
  // https://www.first.org/cvss/v3.1/specification-document#7-3-Environmental-Metrics-Equations
  // Exploitability = 8.22 × ModifiedAttackVector × ModifiedAttackComplexity × ModifiedPrivilegesRequired × ModifiedUserInteraction
  const calculateModifiedExploitability = (metricsMap) => 8.22 *
      getMetricNumericValue(exports.EnvironmentalMetric.MODIFIED_ATTACK_VECTOR, metricsMap) *
      getMetricNumericValue(exports.EnvironmentalMetric.MODIFIED_ATTACK_COMPLEXITY, metricsMap) *
      getMetricNumericValue(exports.EnvironmentalMetric.MODIFIED_PRIVILEGES_REQUIRED, metricsMap) *
      getMetricNumericValue(exports.EnvironmentalMetric.MODIFIED_USER_INTERACTION, metricsMap);
  // https://www.first.org/cvss/v3.1/specification-document#Appendix-A---Floating-Point-Rounding
  const roundUp = (input) => {
      const intInput = Math.round(input * 100000);
      return intInput % 10000 === 0
          ? intInput / 100000
          : (Math.floor(intInput / 10000) + 1) / 10;
  };
  const modifiedMetricsMap = {
      MAV: exports.BaseMetric.ATTACK_VECTOR,
      MAC: exports.BaseMetric.ATTACK_COMPLEXITY,
      MPR: exports.BaseMetric.PRIVILEGES_REQUIRED,
      MUI: exports.BaseMetric.USER_INTERACTION,
      MS: exports.BaseMetric.SCOPE,
      MC: exports.BaseMetric.CONFIDENTIALITY,
      MI: exports.BaseMetric.INTEGRITY,
      MA: exports.BaseMetric.AVAILABILITY
  };
  // When Modified Temporal metric value is 'Not Defined' ('X'), which is the default value,
  // then Base metric value should be used.
  const populateTemporalMetricDefaults = (metricsMap) => {
      [...temporalMetrics].forEach((metric) => {
          if (!metricsMap.has(metric)) {
              metricsMap.set(metric, 'X');
          }
      });
      return metricsMap;
  };
  const populateEnvironmentalMetricDefaults = (metricsMap) => {
      [...environmentalMetrics].forEach((metric) => {
          if (!metricsMap.has(metric)) {
              metricsMap.set(metric, 'X');
          }
          if (metricsMap.get(metric) === 'X') {
              metricsMap.set(metric, metricsMap.has(modifiedMetricsMap[metric])
                  ? metricsMap.get(modifiedMetricsMap[metric])
                  : 'X');
          }
      });
      return metricsMap;
  };
  // https://www.first.org/cvss/v3.1/specification-document#7-1-Base-Metrics-Equations
  // If Impact <= 0 => 0; else
  // If Scope is Unchanged => Roundup (Minimum [(Impact + Exploitability), 10])
  // If Scope is Changed => Roundup (Minimum [1.08 × (Impact + Exploitability), 10])
  const calculateBaseResult = (cvssString) => {
      const { metricsMap } = validate(cvssString);
      const iss = calculateIss(metricsMap);
      const impact = calculateImpact(metricsMap, iss);
      const exploitability = calculateExploitability(metricsMap);
      const scopeUnchanged = metricsMap.get(exports.BaseMetric.SCOPE) === 'U';
      const score = impact <= 0
          ? 0
          : scopeUnchanged
              ? roundUp(Math.min(impact + exploitability, 10))
              : roundUp(Math.min(1.08 * (impact + exploitability), 10));
      return {
          score,
          metricsMap,
          impact: impact <= 0 ? 0 : roundUp(impact),
          exploitability: impact <= 0 ? 0 : roundUp(exploitability)
      };
  };
  const calculateBaseScore = (cvssString) => {
      const version = detectCvssVersion(cvssString);
      if (version === '4.0') {
          return calculateBaseScoreV4(cvssString);
      }
      else if (version === '3.1') {
          const { score } = calculateBaseResult(cvssString);
          return score;
      }
      else {
          throw new Error(`Unsupported CVSS version: ${version}`);
      }
  };
  // https://www.first.org/cvss/v3.1/specification-document#7-3-Environmental-Metrics-Equations
  // If ModifiedImpact <= 0 =>	0; else
  // If ModifiedScope is Unchanged =>	Roundup (Roundup [Minimum ([ModifiedImpact + ModifiedExploitability], 10)] × ExploitCodeMaturity × RemediationLevel × ReportConfidence)
  // If ModifiedScope is Changed =>	Roundup (Roundup [Minimum (1.08 × [ModifiedImpact + ModifiedExploitability], 10)] × ExploitCodeMaturity × RemediationLevel × ReportConfidence)
  const calculateEnvironmentalResult = (cvssString) => {
      const validationResult = validate(cvssString);
      const { versionStr } = validationResult;
      let { metricsMap } = validationResult;
      metricsMap = populateTemporalMetricDefaults(metricsMap);
      metricsMap = populateEnvironmentalMetricDefaults(metricsMap);
      const miss = calculateMiss(metricsMap);
      const impact = calculateModifiedImpact(metricsMap, miss, versionStr);
      const exploitability = calculateModifiedExploitability(metricsMap);
      const scopeUnchanged = metricsMap.get(exports.EnvironmentalMetric.MODIFIED_SCOPE) === 'U';
      const score = impact <= 0
          ? 0
          : scopeUnchanged
              ? roundUp(roundUp(Math.min(impact + exploitability, 10)) *
                  getMetricNumericValue(exports.TemporalMetric.EXPLOIT_CODE_MATURITY, metricsMap) *
                  getMetricNumericValue(exports.TemporalMetric.REMEDIATION_LEVEL, metricsMap) *
                  getMetricNumericValue(exports.TemporalMetric.REPORT_CONFIDENCE, metricsMap))
              : roundUp(roundUp(Math.min(1.08 * (impact + exploitability), 10)) *
                  getMetricNumericValue(exports.TemporalMetric.EXPLOIT_CODE_MATURITY, metricsMap) *
                  getMetricNumericValue(exports.TemporalMetric.REMEDIATION_LEVEL, metricsMap) *
                  getMetricNumericValue(exports.TemporalMetric.REPORT_CONFIDENCE, metricsMap));
      return {
          score,
          metricsMap,
          impact: impact <= 0 ? 0 : roundUp(impact),
          exploitability: impact <= 0 ? 0 : roundUp(exploitability)
      };
  };
  const calculateEnvironmentalScore = (cvssString) => {
      const { score } = calculateEnvironmentalResult(cvssString);
      return score;
  };
  // https://www.first.org/cvss/v3.1/specification-document#7-2-Temporal-Metrics-Equations
  // 	Roundup (BaseScore × ExploitCodeMaturity × RemediationLevel × ReportConfidence)
  const calculateTemporalResult = (cvssString) => {
      let { metricsMap } = validate(cvssString);
      // populate temp metrics if not provided
      metricsMap = populateTemporalMetricDefaults(metricsMap);
      const { score, impact, exploitability } = calculateBaseResult(cvssString);
      const tempScore = roundUp(score *
          getMetricNumericValue(exports.TemporalMetric.REPORT_CONFIDENCE, metricsMap) *
          getMetricNumericValue(exports.TemporalMetric.EXPLOIT_CODE_MATURITY, metricsMap) *
          getMetricNumericValue(exports.TemporalMetric.REMEDIATION_LEVEL, metricsMap));
      return {
          score: tempScore,
          metricsMap,
          impact,
          exploitability
      };
  };
  const calculateTemporalScore = (cvssString) => {
      const { score } = calculateTemporalResult(cvssString);
      return score;
  };
  // V4 Logic goes here ///
  /**
  * Parses a CVSS vector string and adds default "X" values for unspecified metrics.
  * @param {string} vector - The CVSS vector string to parse.
  * @returns {Record<string, string>} - An object representing the parsed and completed metrics.
  */
  const parseVectorV4 = (vector) => {
      const metrics = vector.split('/');
      const cvssSelected = {};
      // Remove CVSS:4.0 prefix
      metrics.shift();
      metrics.forEach(metric => {
          const [key, value] = metric.split(':');
          cvssSelected[key] = value;
      });
      if (!("E" in cvssSelected)) {
          cvssSelected["E"] = "X";
      }
      if (!("CR" in cvssSelected)) {
          cvssSelected["CR"] = "X";
      }
      if (!("IR" in cvssSelected)) {
          cvssSelected["IR"] = "X";
      }
      if (!("AR" in cvssSelected)) {
          cvssSelected["AR"] = "X";
      }
      return cvssSelected;
  };
  /**
  * Calculates a qualitative severity score based on the numeric CVSS score.
  * @param {number} score - The numeric CVSS score.
  * @returns {string} - The qualitative score: "None", "Low", "Medium", "High", or "Critical".
  */
  const calculateQualScore = (score) => {
      if (score === 0)
          return "None";
      if (score < 4.0)
          return "Low";
      if (score < 7.0)
          return "Medium";
      if (score < 9.0)
          return "High";
      return "Critical";
  };
  /**
  * Calculates the base CVSS score for version 4.0 using a vector string.
  * @param {string} vectorString - The CVSS vector string to calculate the score for.
  * @returns {number} - The calculated base CVSS score.
  * @throws {Error} - Throws an error if the vector is invalid.
  */
  const calculateBaseScoreV4 = (vectorString) => {
      const vvres = validateVectorV4(vectorString);
      if (!vvres.valid) {
          throw new Error(vvres.error);
      }
      const cvssSelected = parseVectorV4(vectorString);
      const macrov = macroVector(cvssSelected);
      let score = cvss_score(cvssSelected, cvssLookup_globalV4, maxSeverityV4, macrov);
      return score;
  };
  const cvss_score = (cvssSelected, lookup, maxSeverityData, macroVectorResult) => {
      // The following defines the index of each metric's values.
      // It is used when looking for the highest vector part of the
      // combinations produced by the MacroVector respective highest vectors.
      let AV_levels = { "N": 0.0, "A": 0.1, "L": 0.2, "P": 0.3 };
      let PR_levels = { "N": 0.0, "L": 0.1, "H": 0.2 };
      let UI_levels = { "N": 0.0, "P": 0.1, "A": 0.2 };
      let AC_levels = { 'L': 0.0, 'H': 0.1 };
      let AT_levels = { 'N': 0.0, 'P': 0.1 };
      let VC_levels = { 'H': 0.0, 'L': 0.1, 'N': 0.2 };
      let VI_levels = { 'H': 0.0, 'L': 0.1, 'N': 0.2 };
      let VA_levels = { 'H': 0.0, 'L': 0.1, 'N': 0.2 };
      let SC_levels = { 'H': 0.1, 'L': 0.2, 'N': 0.3 };
      let SI_levels = { 'S': 0.0, 'H': 0.1, 'L': 0.2, 'N': 0.3 };
      let SA_levels = { 'S': 0.0, 'H': 0.1, 'L': 0.2, 'N': 0.3 };
      let CR_levels = { 'H': 0.0, 'M': 0.1, 'L': 0.2 };
      let IR_levels = { 'H': 0.0, 'M': 0.1, 'L': 0.2 };
      let AR_levels = { 'H': 0.0, 'M': 0.1, 'L': 0.2 };
      //let E_levels = { 'U': 0.2, 'P': 0.1, 'A': 0 }
      // Exception for no impact on system (shortcut)
      if (["VC", "VI", "VA", "SC", "SI", "SA"].every((metric) => m(cvssSelected, metric) == "N")) {
          return 0.0;
      }
      let value = lookup[macroVectorResult];
      // 1. For each of the EQs:
      //   a. The maximal scoring difference is determined as the difference
      //      between the current MacroVector and the lower MacroVector.
      //     i. If there is no lower MacroVector the available distance is
      //        set to NaN and then ignored in the further calculations.
      let eq1 = parseInt(macroVectorResult[0]);
      let eq2 = parseInt(macroVectorResult[1]);
      let eq3 = parseInt(macroVectorResult[2]);
      let eq4 = parseInt(macroVectorResult[3]);
      let eq5 = parseInt(macroVectorResult[4]);
      let eq6 = parseInt(macroVectorResult[5]);
      // compute next lower macro, it can also not exist
      let eq1_next_lower_macro = `${eq1 + 1}${eq2}${eq3}${eq4}${eq5}${eq6}`;
      let eq2_next_lower_macro = `${eq1}${eq2 + 1}${eq3}${eq4}${eq5}${eq6}`;
      let eq3eq6_next_lower_macro = "";
      let eq3eq6_next_lower_macro_left = "";
      let eq3eq6_next_lower_macro_right = "";
      // eq3 and eq6 are related
      if (eq3 == 1 && eq6 == 1) {
          // 11 --> 21
          eq3eq6_next_lower_macro = `${eq1}${eq2}${eq3 + 1}${eq4}${eq5}${eq6 + 1}`;
      }
      else if (eq3 == 0 && eq6 == 1) {
          // 01 --> 11
          eq3eq6_next_lower_macro = `${eq1}${eq2}${eq3 + 1}${eq4}${eq5}${eq6}`;
      }
      else if (eq3 == 1 && eq6 == 0) {
          // 10 --> 11
          eq3eq6_next_lower_macro = `${eq1}${eq2}${eq3}${eq4}${eq5}${eq6 + 1}`;
      }
      else if (eq3 == 0 && eq6 == 0) {
          // 00 --> 01
          // 00 --> 10
          eq3eq6_next_lower_macro_left = `${eq1}${eq2}${eq3}${eq4}${eq5}${eq6 + 1}`;
          eq3eq6_next_lower_macro_right = `${eq1}${eq2}${eq3 + 1}${eq4}${eq5}${eq6}`;
      }
      else {
          // 21 --> 32 (do not exist)
          eq3eq6_next_lower_macro = `${eq1}${eq2}${eq3 + 1}${eq4}${eq5}${eq6 + 1}`;
      }
      let eq4_next_lower_macro = `${eq1}${eq2}${eq3}${eq4 + 1}${eq5}${eq6}`;
      let eq5_next_lower_macro = `${eq1}${eq2}${eq3}${eq4}${eq5 + 1}${eq6}`;
      // get their score, if the next lower macro score do not exist the result is NaN
      let score_eq1_next_lower_macro = lookup[eq1_next_lower_macro];
      let score_eq2_next_lower_macro = lookup[eq2_next_lower_macro];
      let score_eq3eq6_next_lower_macro = NaN;
      if (eq3 == 0 && eq6 == 0) {
          // multiple path take the one with higher score
          let score_eq3eq6_next_lower_macro_left = lookup[eq3eq6_next_lower_macro_left];
          let score_eq3eq6_next_lower_macro_right = lookup[eq3eq6_next_lower_macro_right];
          score_eq3eq6_next_lower_macro_left = lookup[eq3eq6_next_lower_macro_left];
          if (score_eq3eq6_next_lower_macro_left > score_eq3eq6_next_lower_macro_right) {
              score_eq3eq6_next_lower_macro = score_eq3eq6_next_lower_macro_left;
          }
          else {
              score_eq3eq6_next_lower_macro = score_eq3eq6_next_lower_macro_right;
          }
      }
      else {
          score_eq3eq6_next_lower_macro = lookup[eq3eq6_next_lower_macro];
      }
      let score_eq4_next_lower_macro = lookup[eq4_next_lower_macro];
      let score_eq5_next_lower_macro = lookup[eq5_next_lower_macro];
      //   b. The severity distance of the to-be scored vector from a
      //      highest severity vector in the same MacroVector is determined.
      let eq1_maxes = getEQMaxes(macroVectorResult, 1);
      let eq2_maxes = getEQMaxes(macroVectorResult, 2);
      // @ts-ignore
      let eq3_eq6_maxes = getEQMaxes(macroVectorResult, 3)[macroVectorResult[5]];
      let eq4_maxes = getEQMaxes(macroVectorResult, 4);
      let eq5_maxes = getEQMaxes(macroVectorResult, 5);
      // compose them
      // Compose them
      const max_vectors = [];
      for (let eq1_max of eq1_maxes) {
          for (let eq2_max of eq2_maxes) {
              for (let eq3_eq6_max of eq3_eq6_maxes) {
                  for (let eq4_max of eq4_maxes) {
                      for (let eq5_max of eq5_maxes) {
                          max_vectors.push(eq1_max + eq2_max + eq3_eq6_max + eq4_max + eq5_max);
                      }
                  }
              }
          }
      }
      //console.log(max_vectors)
      // Find the max vector to use i.e. one in the combination of all the highests
      // that is greater or equal (severity distance) than the to-be scored vector.
      let severity_distance_AV = 0;
      let severity_distance_PR = 0;
      let severity_distance_UI = 0;
      let severity_distance_AC = 0;
      let severity_distance_AT = 0;
      let severity_distance_VC = 0;
      let severity_distance_VI = 0;
      let severity_distance_VA = 0;
      let severity_distance_SC = 0;
      let severity_distance_SI = 0;
      let severity_distance_SA = 0;
      let severity_distance_CR = 0;
      let severity_distance_IR = 0;
      let severity_distance_AR = 0;
      for (let i = 0; i < max_vectors.length; i++) {
          let max_vector = max_vectors[i];
          severity_distance_AV =
              AV_levels[m(cvssSelected, "AV")] -
                  AV_levels[extractValueMetric("AV", max_vector)];
          severity_distance_PR =
              PR_levels[m(cvssSelected, "PR")] -
                  PR_levels[extractValueMetric("PR", max_vector)];
          severity_distance_UI =
              UI_levels[m(cvssSelected, "UI")] -
                  UI_levels[extractValueMetric("UI", max_vector)];
          severity_distance_AC =
              AC_levels[m(cvssSelected, "AC")] -
                  AC_levels[extractValueMetric("AC", max_vector)];
          severity_distance_AT =
              AT_levels[m(cvssSelected, "AT")] -
                  AT_levels[extractValueMetric("AT", max_vector)];
          severity_distance_VC =
              VC_levels[m(cvssSelected, "VC")] -
                  VC_levels[extractValueMetric("VC", max_vector)];
          severity_distance_VI =
              VI_levels[m(cvssSelected, "VI")] -
                  VI_levels[extractValueMetric("VI", max_vector)];
          severity_distance_VA =
              VA_levels[m(cvssSelected, "VA")] -
                  VA_levels[extractValueMetric("VA", max_vector)];
          severity_distance_SC =
              SC_levels[m(cvssSelected, "SC")] -
                  SC_levels[extractValueMetric("SC", max_vector)];
          severity_distance_SI =
              SI_levels[m(cvssSelected, "SI")] -
                  SI_levels[extractValueMetric("SI", max_vector)];
          severity_distance_SA =
              SA_levels[m(cvssSelected, "SA")] -
                  SA_levels[extractValueMetric("SA", max_vector)];
          severity_distance_CR =
              CR_levels[m(cvssSelected, "CR")] -
                  CR_levels[extractValueMetric("CR", max_vector)];
          severity_distance_IR =
              IR_levels[m(cvssSelected, "IR")] -
                  IR_levels[extractValueMetric("IR", max_vector)];
          severity_distance_AR =
              AR_levels[m(cvssSelected, "AR")] -
                  AR_levels[extractValueMetric("AR", max_vector)];
          // if any is less than zero this is not the right max
          if ([severity_distance_AV, severity_distance_PR, severity_distance_UI, severity_distance_AC, severity_distance_AT, severity_distance_VC, severity_distance_VI, severity_distance_VA, severity_distance_SC, severity_distance_SI, severity_distance_SA, severity_distance_CR, severity_distance_IR, severity_distance_AR].some((met) => met < 0)) {
              continue;
          }
          // if multiple maxes exist to reach it it is enough the first one
          break;
      }
      let current_severity_distance_eq1 = severity_distance_AV + severity_distance_PR + severity_distance_UI;
      let current_severity_distance_eq2 = severity_distance_AC + severity_distance_AT;
      let current_severity_distance_eq3eq6 = severity_distance_VC + severity_distance_VI + severity_distance_VA + severity_distance_CR + severity_distance_IR + severity_distance_AR;
      let current_severity_distance_eq4 = severity_distance_SC + severity_distance_SI + severity_distance_SA;
      // let current_severity_distance_eq5 = 0
      let step = 0.1;
      // if the next lower macro score do not exist the result is Nan
      // Rename to maximal scoring difference (aka MSD)
      let available_distance_eq1 = value - score_eq1_next_lower_macro;
      let available_distance_eq2 = value - score_eq2_next_lower_macro;
      let available_distance_eq3eq6 = value - score_eq3eq6_next_lower_macro;
      let available_distance_eq4 = value - score_eq4_next_lower_macro;
      let available_distance_eq5 = value - score_eq5_next_lower_macro;
      let percent_to_next_eq1_severity = 0;
      let percent_to_next_eq2_severity = 0;
      let percent_to_next_eq3eq6_severity = 0;
      let percent_to_next_eq4_severity = 0;
      let percent_to_next_eq5_severity = 0;
      // some of them do not exist, we will find them by retrieving the score. If score null then do not exist
      let n_existing_lower = 0;
      let normalized_severity_eq1 = 0;
      let normalized_severity_eq2 = 0;
      let normalized_severity_eq3eq6 = 0;
      let normalized_severity_eq4 = 0;
      let normalized_severity_eq5 = 0;
      // multiply by step because distance is pure
      let maxSeverity_eq1 = maxSeverityData["eq1"][eq1] * step;
      let maxSeverity_eq2 = maxSeverityData["eq2"][eq2] * step;
      let maxSeverity_eq3eq6 = maxSeverityData["eq3eq6"][eq3][eq6] * step;
      let maxSeverity_eq4 = maxSeverityData["eq4"][eq4] * step;
      //   c. The proportion of the distance is determined by dividing
      //      the severity distance of the to-be-scored vector by the depth
      //      of the MacroVector.
      //   d. The maximal scoring difference is multiplied by the proportion of
      //      distance.
      if (!isNaN(available_distance_eq1)) {
          n_existing_lower = n_existing_lower + 1;
          percent_to_next_eq1_severity = (current_severity_distance_eq1) / maxSeverity_eq1;
          normalized_severity_eq1 = available_distance_eq1 * percent_to_next_eq1_severity;
      }
      if (!isNaN(available_distance_eq2)) {
          n_existing_lower = n_existing_lower + 1;
          percent_to_next_eq2_severity = (current_severity_distance_eq2) / maxSeverity_eq2;
          normalized_severity_eq2 = available_distance_eq2 * percent_to_next_eq2_severity;
      }
      if (!isNaN(available_distance_eq3eq6)) {
          n_existing_lower = n_existing_lower + 1;
          percent_to_next_eq3eq6_severity = (current_severity_distance_eq3eq6) / maxSeverity_eq3eq6;
          normalized_severity_eq3eq6 = available_distance_eq3eq6 * percent_to_next_eq3eq6_severity;
      }
      if (!isNaN(available_distance_eq4)) {
          n_existing_lower = n_existing_lower + 1;
          percent_to_next_eq4_severity = (current_severity_distance_eq4) / maxSeverity_eq4;
          normalized_severity_eq4 = available_distance_eq4 * percent_to_next_eq4_severity;
      }
      if (!isNaN(available_distance_eq5)) {
          // for eq5 is always 0 the percentage
          n_existing_lower = n_existing_lower + 1;
          percent_to_next_eq5_severity = 0;
          normalized_severity_eq5 = available_distance_eq5 * percent_to_next_eq5_severity;
      }
      // 2. The mean of the above computed proportional distances is computed.
      let mean_distance = 0;
      if (n_existing_lower == 0) {
          mean_distance = 0;
      }
      else { // sometimes we need to go up but there is nothing there, or down but there is nothing there so it's a change of 0.
          mean_distance = (normalized_severity_eq1 + normalized_severity_eq2 + normalized_severity_eq3eq6 + normalized_severity_eq4 + normalized_severity_eq5) / n_existing_lower;
      }
      // 3. The score of the vector is the score of the MacroVector
      //    (i.e. the score of the highest severity vector) minus the mean
      //    distance so computed. This score is rounded to one decimal place.
      value -= mean_distance;
      if (value < 0) {
          value = 0.0;
      }
      if (value > 10) {
          value = 10.0;
      }
      return Math.round(value * 10) / 10;
  };
  const getEQMaxes = (lookup, eq) => {
      // @ts-ignore
      return maxComposed[`eq${eq}`][lookup[eq - 1]];
  };
  const extractValueMetric = (metric, str) => {
      // indexOf gives first index of the metric, we then need to go over its size
      let extracted = str.slice(str.indexOf(metric) + metric.length + 1);
      // remove what follow
      let metric_val = "";
      if (extracted.indexOf('/') > 0) {
          metric_val = extracted.substring(0, extracted.indexOf('/'));
      }
      else {
          // case where it is the last metric so no ending /
          metric_val = extracted;
      }
      return metric_val;
  };
  const m = (cvssSelected, metric) => {
      let selected = cvssSelected[metric];
      // If E=X it will default to the worst case i.e. E=A
      if (metric == "E" && selected == "X") {
          return "A";
      }
      // If CR=X, IR=X or AR=X they will default to the worst case i.e. CR=H, IR=H and AR=H
      if (metric == "CR" && selected == "X") {
          return "H";
      }
      // IR:X is the same as IR:H
      if (metric == "IR" && selected == "X") {
          return "H";
      }
      // AR:X is the same as AR:H
      if (metric == "AR" && selected == "X") {
          return "H";
      }
      // All other environmental metrics just overwrite base score values,
      // so if they’re not defined just use the base score value.
      if (Object.keys(cvssSelected).includes("M" + metric)) {
          let modified_selected = cvssSelected["M" + metric];
          if (modified_selected != "X") {
              return modified_selected;
          }
      }
      return selected;
  };
  const macroVector = (cvssSelected) => {
      // EQ1: 0-AV:N and PR:N and UI:N
      //      1-(AV:N or PR:N or UI:N) and not (AV:N and PR:N and UI:N) and not AV:P
      //      2-AV:P or not(AV:N or PR:N or UI:N)
      let eq1 = 0;
      let eq2 = 0;
      let eq3 = 0;
      let eq4 = 0;
      let eq5 = 0;
      let eq6 = 0;
      if (m(cvssSelected, "AV") == "N" && m(cvssSelected, "PR") == "N" && m(cvssSelected, "UI") == "N") {
          eq1 = 0;
      }
      else if ((m(cvssSelected, "AV") == "N" || m(cvssSelected, "PR") == "N" || m(cvssSelected, "UI") == "N")
          && !(m(cvssSelected, "AV") == "N" && m(cvssSelected, "PR") == "N" && m(cvssSelected, "UI") == "N")
          && !(m(cvssSelected, "AV") == "P")) {
          eq1 = 1;
      }
      else if (m(cvssSelected, "AV") == "P"
          || !(m(cvssSelected, "AV") == "N" || m(cvssSelected, "PR") == "N" || m(cvssSelected, "UI") == "N")) {
          eq1 = 2;
      }
      // EQ2: 0-(AC:L and AT:N)
      //      1-(not(AC:L and AT:N))
      if (m(cvssSelected, "AC") == "L" && m(cvssSelected, "AT") == "N") {
          eq2 = 0;
      }
      else if (!(m(cvssSelected, "AC") == "L" && m(cvssSelected, "AT") == "N")) {
          eq2 = 1;
      }
      // EQ3: 0-(VC:H and VI:H)
      //      1-(not(VC:H and VI:H) and (VC:H or VI:H or VA:H))
      //      2-not (VC:H or VI:H or VA:H)
      if (m(cvssSelected, "VC") == "H" && m(cvssSelected, "VI") == "H") {
          eq3 = 0;
      }
      else if (!(m(cvssSelected, "VC") == "H" && m(cvssSelected, "VI") == "H")
          && (m(cvssSelected, "VC") == "H" || m(cvssSelected, "VI") == "H" || m(cvssSelected, "VA") == "H")) {
          eq3 = 1;
      }
      else if (!(m(cvssSelected, "VC") == "H" || m(cvssSelected, "VI") == "H" || m(cvssSelected, "VA") == "H")) {
          eq3 = 2;
      }
      // EQ4: 0-(MSI:S or MSA:S)
      //      1-not (MSI:S or MSA:S) and (SC:H or SI:H or SA:H)
      //      2-not (MSI:S or MSA:S) and not (SC:H or SI:H or SA:H)
      if (m(cvssSelected, "MSI") == "S" || m(cvssSelected, "MSA") == "S") {
          eq4 = 0;
      }
      else if (!(m(cvssSelected, "MSI") == "S" || m(cvssSelected, "MSA") == "S") &&
          (m(cvssSelected, "SC") == "H" || m(cvssSelected, "SI") == "H" || m(cvssSelected, "SA") == "H")) {
          eq4 = 1;
      }
      else if (!(m(cvssSelected, "MSI") == "S" || m(cvssSelected, "MSA") == "S") &&
          !((m(cvssSelected, "SC") == "H" || m(cvssSelected, "SI") == "H" || m(cvssSelected, "SA") == "H"))) {
          eq4 = 2;
      }
      // EQ5: 0-E:A
      //      1-E:P
      //      2-E:U
      if (m(cvssSelected, "E") == "A") {
          eq5 = 0;
      }
      else if (m(cvssSelected, "E") == "P") {
          eq5 = 1;
      }
      else if (m(cvssSelected, "E") == "U") {
          eq5 = 2;
      }
      // EQ6: 0-(CR:H and VC:H) or (IR:H and VI:H) or (AR:H and VA:H)
      //      1-not[(CR:H and VC:H) or (IR:H and VI:H) or (AR:H and VA:H)]
      if ((m(cvssSelected, "CR") == "H" && m(cvssSelected, "VC") == "H")
          || (m(cvssSelected, "IR") == "H" && m(cvssSelected, "VI") == "H")
          || (m(cvssSelected, "AR") == "H" && m(cvssSelected, "VA") == "H")) {
          eq6 = 0;
      }
      else if (!((m(cvssSelected, "CR") == "H" && m(cvssSelected, "VC") == "H")
          || (m(cvssSelected, "IR") == "H" && m(cvssSelected, "VI") == "H")
          || (m(cvssSelected, "AR") == "H" && m(cvssSelected, "VA") == "H"))) {
          eq6 = 1;
      }
      return `${eq1}${eq2}${eq3}${eq4}${eq5}${eq6}`;
  };

  exports.baseMetricValues = baseMetricValues;
  exports.baseMetrics = baseMetrics;
  exports.calculateBaseResult = calculateBaseResult;
  exports.calculateBaseScore = calculateBaseScore;
  exports.calculateBaseScoreV4 = calculateBaseScoreV4;
  exports.calculateEnvironmentalResult = calculateEnvironmentalResult;
  exports.calculateEnvironmentalScore = calculateEnvironmentalScore;
  exports.calculateExploitability = calculateExploitability;
  exports.calculateImpact = calculateImpact;
  exports.calculateIss = calculateIss;
  exports.calculateMiss = calculateMiss;
  exports.calculateModifiedExploitability = calculateModifiedExploitability;
  exports.calculateModifiedImpact = calculateModifiedImpact;
  exports.calculateQualScore = calculateQualScore;
  exports.calculateTemporalResult = calculateTemporalResult;
  exports.calculateTemporalScore = calculateTemporalScore;
  exports.cvssLookup_globalV4 = cvssLookup_globalV4;
  exports.cvss_score = cvss_score;
  exports.environmentalMetricValues = environmentalMetricValues;
  exports.environmentalMetrics = environmentalMetrics;
  exports.expectedMetricOrder = expectedMetricOrder;
  exports.extractValueMetric = extractValueMetric;
  exports.getEQMaxes = getEQMaxes;
  exports.humanizeBaseMetric = humanizeBaseMetric;
  exports.humanizeBaseMetricValue = humanizeBaseMetricValue;
  exports.humanizeScore = humanizeScore;
  exports.m = m;
  exports.macroVector = macroVector;
  exports.maxComposed = maxComposed;
  exports.maxSeverityV4 = maxSeverityV4;
  exports.modifiedMetricsMap = modifiedMetricsMap;
  exports.parseMetrics = parseMetrics;
  exports.parseMetricsAsMap = parseMetricsAsMap;
  exports.parseVector = parseVector;
  exports.parseVectorV4 = parseVectorV4;
  exports.parseVersion = parseVersion;
  exports.populateEnvironmentalMetricDefaults = populateEnvironmentalMetricDefaults;
  exports.populateTemporalMetricDefaults = populateTemporalMetricDefaults;
  exports.temporalMetricValues = temporalMetricValues;
  exports.temporalMetrics = temporalMetrics;
  exports.validate = validate;
  exports.validateVectorV4 = validateVectorV4;
  exports.validateVersion = validateVersion;

  Object.defineProperty(exports, '__esModule', { value: true });

}));


/***/ }),

/***/ 59800:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
exports.wT = __webpack_unused_export__ = void 0;
const ed5 = __webpack_require__(96950);
const ed2 = __webpack_require__(2107);
const NSed3 = __webpack_require__(85699);
var isS = ed5.isS;
var isChar10 = ed5.isChar;
var isNameStartChar = ed5.isNameStartChar;
var isNameChar = ed5.isNameChar;
var S_LIST = ed5.S_LIST;
var NAME_RE = ed5.NAME_RE;
var isChar11 = ed2.isChar;
var isNCNameStartChar = NSed3.isNCNameStartChar;
var isNCNameChar = NSed3.isNCNameChar;
var NC_NAME_RE = NSed3.NC_NAME_RE;
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const rootNS = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    xml: XML_NAMESPACE,
    xmlns: XMLNS_NAMESPACE,
};
const XML_ENTITIES = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    amp: "&",
    gt: ">",
    lt: "<",
    quot: "\"",
    apos: "'",
};
// EOC: end-of-chunk
const EOC = -1;
const NL_LIKE = -2;
const S_BEGIN = 0; // Initial state.
const S_BEGIN_WHITESPACE = 1; // leading whitespace
const S_DOCTYPE = 2; // <!DOCTYPE
const S_DOCTYPE_QUOTE = 3; // <!DOCTYPE "//blah
const S_DTD = 4; // <!DOCTYPE "//blah" [ ...
const S_DTD_QUOTED = 5; // <!DOCTYPE "//blah" [ "foo
const S_DTD_OPEN_WAKA = 6;
const S_DTD_OPEN_WAKA_BANG = 7;
const S_DTD_COMMENT = 8; // <!--
const S_DTD_COMMENT_ENDING = 9; // <!-- blah -
const S_DTD_COMMENT_ENDED = 10; // <!-- blah --
const S_DTD_PI = 11; // <?
const S_DTD_PI_ENDING = 12; // <?hi "there" ?
const S_TEXT = 13; // general stuff
const S_ENTITY = 14; // &amp and such
const S_OPEN_WAKA = 15; // <
const S_OPEN_WAKA_BANG = 16; // <!...
const S_COMMENT = 17; // <!--
const S_COMMENT_ENDING = 18; // <!-- blah -
const S_COMMENT_ENDED = 19; // <!-- blah --
const S_CDATA = 20; // <![CDATA[ something
const S_CDATA_ENDING = 21; // ]
const S_CDATA_ENDING_2 = 22; // ]]
const S_PI_FIRST_CHAR = 23; // <?hi, first char
const S_PI_REST = 24; // <?hi, rest of the name
const S_PI_BODY = 25; // <?hi there
const S_PI_ENDING = 26; // <?hi "there" ?
const S_XML_DECL_NAME_START = 27; // <?xml
const S_XML_DECL_NAME = 28; // <?xml foo
const S_XML_DECL_EQ = 29; // <?xml foo=
const S_XML_DECL_VALUE_START = 30; // <?xml foo=
const S_XML_DECL_VALUE = 31; // <?xml foo="bar"
const S_XML_DECL_SEPARATOR = 32; // <?xml foo="bar"
const S_XML_DECL_ENDING = 33; // <?xml ... ?
const S_OPEN_TAG = 34; // <strong
const S_OPEN_TAG_SLASH = 35; // <strong /
const S_ATTRIB = 36; // <a
const S_ATTRIB_NAME = 37; // <a foo
const S_ATTRIB_NAME_SAW_WHITE = 38; // <a foo _
const S_ATTRIB_VALUE = 39; // <a foo=
const S_ATTRIB_VALUE_QUOTED = 40; // <a foo="bar
const S_ATTRIB_VALUE_CLOSED = 41; // <a foo="bar"
const S_ATTRIB_VALUE_UNQUOTED = 42; // <a foo=bar
const S_CLOSE_TAG = 43; // </a
const S_CLOSE_TAG_SAW_WHITE = 44; // </a   >
const TAB = 9;
const NL = 0xA;
const CR = 0xD;
const SPACE = 0x20;
const BANG = 0x21;
const DQUOTE = 0x22;
const AMP = 0x26;
const SQUOTE = 0x27;
const MINUS = 0x2D;
const FORWARD_SLASH = 0x2F;
const SEMICOLON = 0x3B;
const LESS = 0x3C;
const EQUAL = 0x3D;
const GREATER = 0x3E;
const QUESTION = 0x3F;
const OPEN_BRACKET = 0x5B;
const CLOSE_BRACKET = 0x5D;
const NEL = 0x85;
const LS = 0x2028; // Line Separator
const isQuote = (c) => c === DQUOTE || c === SQUOTE;
const QUOTES = [DQUOTE, SQUOTE];
const DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET, GREATER];
const DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET];
const XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION, ...S_LIST];
const ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER, AMP, LESS];
function nsPairCheck(parser, prefix, uri) {
    switch (prefix) {
        case "xml":
            if (uri !== XML_NAMESPACE) {
                parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
            }
            break;
        case "xmlns":
            if (uri !== XMLNS_NAMESPACE) {
                parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
            }
            break;
        default:
    }
    switch (uri) {
        case XMLNS_NAMESPACE:
            parser.fail(prefix === "" ?
                `the default namespace may not be set to ${uri}.` :
                `may not assign a prefix (even "xmlns") to the URI \
${XMLNS_NAMESPACE}.`);
            break;
        case XML_NAMESPACE:
            switch (prefix) {
                case "xml":
                    // Assinging the XML namespace to "xml" is fine.
                    break;
                case "":
                    parser.fail(`the default namespace may not be set to ${uri}.`);
                    break;
                default:
                    parser.fail("may not assign the xml namespace to another prefix.");
            }
            break;
        default:
    }
}
function nsMappingCheck(parser, mapping) {
    for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
    }
}
const isNCName = (name) => NC_NAME_RE.test(name);
const isName = (name) => NAME_RE.test(name);
const FORBIDDEN_START = 0;
const FORBIDDEN_BRACKET = 1;
const FORBIDDEN_BRACKET_BRACKET = 2;
/**
 * The list of supported events.
 */
__webpack_unused_export__ = [
    "xmldecl",
    "text",
    "processinginstruction",
    "doctype",
    "comment",
    "opentagstart",
    "attribute",
    "opentag",
    "closetag",
    "cdata",
    "error",
    "end",
    "ready",
];
const EVENT_NAME_TO_HANDLER_NAME = {
    xmldecl: "xmldeclHandler",
    text: "textHandler",
    processinginstruction: "piHandler",
    doctype: "doctypeHandler",
    comment: "commentHandler",
    opentagstart: "openTagStartHandler",
    attribute: "attributeHandler",
    opentag: "openTagHandler",
    closetag: "closeTagHandler",
    cdata: "cdataHandler",
    error: "errorHandler",
    end: "endHandler",
    ready: "readyHandler",
};
// eslint-disable-next-line @typescript-eslint/ban-types
class SaxesParser {
    /**
     * @param opt The parser options.
     */
    constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
            // This is the function we use to perform name checks on PIs and entities.
            // When namespaces are used, colons are not allowed in PI target names or
            // entity names. So the check depends on whether namespaces are used. See:
            //
            // https://www.w3.org/XML/xml-names-19990114-errata.html
            // NE08
            //
            this.nameStartCheck = isNCNameStartChar;
            this.nameCheck = isNCNameChar;
            this.isName = isNCName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsNS;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribNS;
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
            this.ns = Object.assign({ __proto__: null }, rootNS);
            const additional = this.opt.additionalNamespaces;
            if (additional != null) {
                nsMappingCheck(this, additional);
                Object.assign(this.ns, additional);
            }
        }
        else {
            this.nameStartCheck = isNameStartChar;
            this.nameCheck = isNameChar;
            this.isName = isName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsPlain;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribPlain;
        }
        //
        // The order of the members in this table needs to correspond to the state
        // numbers given to the states that correspond to the methods being recorded
        // here.
        //
        this.stateTable = [
            /* eslint-disable @typescript-eslint/unbound-method */
            this.sBegin,
            this.sBeginWhitespace,
            this.sDoctype,
            this.sDoctypeQuote,
            this.sDTD,
            this.sDTDQuoted,
            this.sDTDOpenWaka,
            this.sDTDOpenWakaBang,
            this.sDTDComment,
            this.sDTDCommentEnding,
            this.sDTDCommentEnded,
            this.sDTDPI,
            this.sDTDPIEnding,
            this.sText,
            this.sEntity,
            this.sOpenWaka,
            this.sOpenWakaBang,
            this.sComment,
            this.sCommentEnding,
            this.sCommentEnded,
            this.sCData,
            this.sCDataEnding,
            this.sCDataEnding2,
            this.sPIFirstChar,
            this.sPIRest,
            this.sPIBody,
            this.sPIEnding,
            this.sXMLDeclNameStart,
            this.sXMLDeclName,
            this.sXMLDeclEq,
            this.sXMLDeclValueStart,
            this.sXMLDeclValue,
            this.sXMLDeclSeparator,
            this.sXMLDeclEnding,
            this.sOpenTag,
            this.sOpenTagSlash,
            this.sAttrib,
            this.sAttribName,
            this.sAttribNameSawWhite,
            this.sAttribValue,
            this.sAttribValueQuoted,
            this.sAttribValueClosed,
            this.sAttribValueUnquoted,
            this.sCloseTag,
            this.sCloseTagSawWhite,
            /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
    }
    /**
     * Indicates whether or not the parser is closed. If ``true``, wait for
     * the ``ready`` event to write again.
     */
    get closed() {
        return this._closed;
    }
    _init() {
        var _a;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = undefined;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        // The logic is organized so as to minimize the need to check
        // this.opt.fragment while parsing.
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        // We want these to be all true if we are dealing with a fragment.
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot =
            this.sawRoot = fragmentOpt;
        // An XML declaration is intially possible only when parsing whole
        // documents.
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = undefined;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === undefined) {
            if (this.opt.forceXMLVersion === true) {
                throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
            }
            defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
            version: undefined,
            encoding: undefined,
            standalone: undefined,
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a = this.readyHandler) === null || _a === void 0 ? void 0 : _a.call(this);
    }
    /**
     * The stream position the parser is currently looking at. This field is
     * zero-based.
     *
     * This field is not based on counting Unicode characters but is to be
     * interpreted as a plain index into a JavaScript string.
     */
    get position() {
        return this.chunkPosition + this.i;
    }
    /**
     * The column number of the next character to be read by the parser.  *
     * This field is zero-based. (The first column in a line is 0.)
     *
     * This field reports the index at which the next character would be in the
     * line if the line were represented as a JavaScript string.  Note that this
     * *can* be different to a count based on the number of *Unicode characters*
     * due to how JavaScript handles astral plane characters.
     *
     * See [[column]] for a number that corresponds to a count of Unicode
     * characters.
     */
    get columnIndex() {
        return this.position - this.positionAtNewLine;
    }
    /**
     * Set an event listener on an event. The parser supports one handler per
     * event type. If you try to set an event handler over an existing handler,
     * the old handler is silently overwritten.
     *
     * @param name The event to listen to.
     *
     * @param handler The handler to set.
     */
    on(name, handler) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
    }
    /**
     * Unset an event handler.
     *
     * @parma name The event to stop listening to.
     */
    off(name) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = undefined;
    }
    /**
     * Make an error object. The error object will have a message that contains
     * the ``fileName`` option passed at the creation of the parser. If position
     * tracking was turned on, it will also have line and column number
     * information.
     *
     * @param message The message describing the error to report.
     *
     * @returns An error object with a properly formatted message.
     */
    makeError(message) {
        var _a;
        let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
        if (this.trackPosition) {
            if (msg.length > 0) {
                msg += ":";
            }
            msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
            msg += ": ";
        }
        return new Error(msg + message);
    }
    /**
     * Report a parsing error. This method is made public so that client code may
     * check for issues that are outside the scope of this project and can report
     * errors.
     *
     * @param message The error to report.
     *
     * @returns this
     */
    fail(message) {
        const err = this.makeError(message);
        const handler = this.errorHandler;
        if (handler === undefined) {
            throw err;
        }
        else {
            handler(err);
        }
        return this;
    }
    /**
     * Write a XML data to the parser.
     *
     * @param chunk The XML data to write.
     *
     * @returns this
     */
    // We do need object for the type here. Yes, it often causes problems
    // but not in this case.
    write(chunk) {
        if (this.closed) {
            return this.fail("cannot write after close; assign an onready handler.");
        }
        let end = false;
        if (chunk === null) {
            // We cannot return immediately because carriedFromPrevious may need
            // processing.
            end = true;
            chunk = "";
        }
        else if (typeof chunk === "object") {
            chunk = chunk.toString();
        }
        // We checked if performing a pre-decomposition of the string into an array
        // of single complete characters (``Array.from(chunk)``) would be faster
        // than the current repeated calls to ``charCodeAt``. As of August 2018, it
        // isn't. (There may be Node-specific code that would perform faster than
        // ``Array.from`` but don't want to be dependent on Node.)
        if (this.carriedFromPrevious !== undefined) {
            // The previous chunk had char we must carry over.
            chunk = `${this.carriedFromPrevious}${chunk}`;
            this.carriedFromPrevious = undefined;
        }
        let limit = chunk.length;
        const lastCode = chunk.charCodeAt(limit - 1);
        if (!end &&
            // A trailing CR or surrogate must be carried over to the next
            // chunk.
            (lastCode === CR || (lastCode >= 0xD800 && lastCode <= 0xDBFF))) {
            // The chunk ends with a character that must be carried over. We cannot
            // know how to handle it until we get the next chunk or the end of the
            // stream. So save it for later.
            this.carriedFromPrevious = chunk[limit - 1];
            limit--;
            chunk = chunk.slice(0, limit);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit) {
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument
            stateTable[this.state].call(this);
        }
        this.chunkPosition += limit;
        return end ? this.end() : this;
    }
    /**
     * Close the current stream. Perform final well-formedness checks and reset
     * the parser tstate.
     *
     * @returns this
     */
    close() {
        return this.write(null);
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.0.
     *
     * @returns The character read.
     */
    getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if (code >= SPACE || code === TAB) {
                return code;
            }
            switch (code) {
                case NL:
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR:
                    // We may get NaN if we read past the end of the chunk, which is fine.
                    if (chunk.charCodeAt(i + 1) === NL) {
                        // A \r\n sequence is converted to \n so we have to skip over the
                        // next character. We already know it has a size of 1 so ++ is fine
                        // here.
                        this.i = i + 2;
                    }
                    // Otherwise, a \r is just converted to \n, so we don't have to skip
                    // ahead.
                    // In either case, \r becomes \n.
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    // If we get here, then code < SPACE and it is not NL CR or TAB.
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isChar10 that takes into account
            // that in this context code > 0xDBFF and code <= 0xFFFF. So it does not
            // test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isChar10 that takes into account that in
        // this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.1.
     *
     * @returns {number} The character read.
     */
    getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if ((code > 0x1F && code < 0x7F) || (code > 0x9F && code !== LS) ||
                code === TAB) {
                return code;
            }
            switch (code) {
                case NL: // 0xA
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR: { // 0xD
                    // We may get NaN if we read past the end of the chunk, which is
                    // fine.
                    const next = chunk.charCodeAt(i + 1);
                    if (next === NL || next === NEL) {
                        // A CR NL or CR NEL sequence is converted to NL so we have to skip
                        // over the next character. We already know it has a size of 1.
                        this.i = i + 2;
                    }
                    // Otherwise, a CR is just converted to NL, no skip.
                }
                /* yes, fall through */
                case NEL: // 0x85
                case LS: // Ox2028
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isCharAndNotRestricted that takes into
            // account that in this context code > 0xDBFF and code <= 0xFFFF. So it
            // does not test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isCharAndNotRestricted that takes into
        // account that in this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Like ``getCode`` but with the return value normalized so that ``NL`` is
     * returned for ``NL_LIKE``.
     */
    getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
    }
    unget() {
        this.i = this.prevI;
        this.column--;
    }
    /**
     * Capture characters into a buffer until encountering one of a set of
     * characters.
     *
     * @param chars An array of codepoints. Encountering a character in the array
     * ends the capture. (``chars`` may safely contain ``NL``.)
     *
     * @return The character code that made the capture end, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureTo(chars) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            const isNLLike = c === NL_LIKE;
            const final = isNLLike ? NL : c;
            if (final === EOC || chars.includes(final)) {
                this.text += chunk.slice(start, this.prevI);
                return final;
            }
            if (isNLLike) {
                this.text += `${chunk.slice(start, this.prevI)}\n`;
                start = this.i;
            }
        }
    }
    /**
     * Capture characters into a buffer until encountering a character.
     *
     * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
     * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
     *
     * @return ``true`` if we ran into the character. Otherwise, we ran into the
     * end of the current chunk.
     */
    captureToChar(char) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            let c = this.getCode();
            switch (c) {
                case NL_LIKE:
                    this.text += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    c = NL;
                    break;
                case EOC:
                    this.text += chunk.slice(start);
                    return false;
                default:
            }
            if (c === char) {
                this.text += chunk.slice(start, this.prevI);
                return true;
            }
        }
    }
    /**
     * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
     * this parser.
     *
     * @return The character code that made the test fail, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureNameChars() {
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            if (c === EOC) {
                this.name += chunk.slice(start);
                return EOC;
            }
            // NL is not a name char so we don't have to test specifically for it.
            if (!isNameChar(c)) {
                this.name += chunk.slice(start, this.prevI);
                return c === NL_LIKE ? NL : c;
            }
        }
    }
    /**
     * Skip white spaces.
     *
     * @return The character that ended the skip, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    skipSpaces() {
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC || !isS(c)) {
                return c;
            }
        }
    }
    setXMLVersion(version) {
        this.currentXMLVersion = version;
        /*  eslint-disable @typescript-eslint/unbound-method */
        if (version === "1.0") {
            this.isChar = isChar10;
            this.getCode = this.getCode10;
        }
        else {
            this.isChar = isChar11;
            this.getCode = this.getCode11;
        }
        /* eslint-enable @typescript-eslint/unbound-method */
    }
    // STATE ENGINE METHODS
    // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
    // to be sure never to come back to this state later.
    sBegin() {
        // We are essentially peeking at the first character of the chunk. Since
        // S_BEGIN can be in effect only when we start working on the first chunk,
        // the index at which we must look is necessarily 0. Note also that the
        // following test does not depend on decoding surrogates.
        // If the initial character is 0xFEFF, ignore it.
        if (this.chunk.charCodeAt(0) === 0xFEFF) {
            this.i++;
            this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
    }
    sBeginWhitespace() {
        // We need to know whether we've encountered spaces or not because as soon
        // as we run into a space, an XML declaration is no longer possible. Rather
        // than slow down skipSpaces even in places where we don't care whether it
        // skipped anything or not, we check whether prevI is equal to the value of
        // i from before we skip spaces.
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
            this.xmlDeclPossible = false;
        }
        switch (c) {
            case LESS:
                this.state = S_OPEN_WAKA;
                // We could naively call closeText but in this state, it is not normal
                // to have text be filled with any data.
                if (this.text.length !== 0) {
                    throw new Error("no-empty text at start");
                }
                break;
            case EOC:
                break;
            default:
                this.unget();
                this.state = S_TEXT;
                this.xmlDeclPossible = false;
        }
    }
    sDoctype() {
        var _a;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
            case GREATER: {
                (_a = this.doctypeHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                this.doctype = true; // just remember that we saw it.
                break;
            }
            case EOC:
                break;
            default:
                this.text += String.fromCodePoint(c);
                if (c === OPEN_BRACKET) {
                    this.state = S_DTD;
                }
                else if (isQuote(c)) {
                    this.state = S_DOCTYPE_QUOTE;
                    this.q = c;
                }
        }
    }
    sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.q = null;
            this.state = S_DOCTYPE;
        }
    }
    sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
            return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET) {
            this.state = S_DOCTYPE;
        }
        else if (c === LESS) {
            this.state = S_DTD_OPEN_WAKA;
        }
        else if (isQuote(c)) {
            this.state = S_DTD_QUOTED;
            this.q = c;
        }
    }
    sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.state = S_DTD;
            this.q = null;
        }
    }
    sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
            case BANG:
                this.state = S_DTD_OPEN_WAKA_BANG;
                this.openWakaBang = "";
                break;
            case QUESTION:
                this.state = S_DTD_PI;
                break;
            default:
                this.state = S_DTD;
        }
    }
    sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
            this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
            this.openWakaBang = "";
        }
    }
    sDTDComment() {
        if (this.captureToChar(MINUS)) {
            this.text += "-";
            this.state = S_DTD_COMMENT_ENDING;
        }
    }
    sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
    }
    sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
        else {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.state = S_DTD_COMMENT;
        }
    }
    sDTDPI() {
        if (this.captureToChar(QUESTION)) {
            this.text += "?";
            this.state = S_DTD_PI_ENDING;
        }
    }
    sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
    }
    sText() {
        //
        // We did try a version of saxes where the S_TEXT state was split in two
        // states: one for text inside the root element, and one for text
        // outside. This was avoiding having to test this.tags.length to decide
        // what implementation to actually use.
        //
        // Peformance testing on gigabyte-size files did not show any advantage to
        // using the two states solution instead of the current one. Conversely, it
        // made the code a bit more complicated elsewhere. For instance, a comment
        // can appear before the root element so when a comment ended it was
        // necessary to determine whether to return to the S_TEXT state or to the
        // new text-outside-root state.
        //
        if (this.tags.length !== 0) {
            this.handleTextInRoot();
        }
        else {
            this.handleTextOutsideRoot();
        }
    }
    sEntity() {
        // This is essentially a specialized version of captureToChar(SEMICOLON...)
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        loop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case NL_LIKE:
                    this.entity += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    break;
                case SEMICOLON: {
                    const { entityReturnState } = this;
                    const entity = this.entity + chunk.slice(start, this.prevI);
                    this.state = entityReturnState;
                    let parsed;
                    if (entity === "") {
                        this.fail("empty entity name.");
                        parsed = "&;";
                    }
                    else {
                        parsed = this.parseEntity(entity);
                        this.entity = "";
                    }
                    if (entityReturnState !== S_TEXT || this.textHandler !== undefined) {
                        this.text += parsed;
                    }
                    // eslint-disable-next-line no-labels
                    break loop;
                }
                case EOC:
                    this.entity += chunk.slice(start);
                    // eslint-disable-next-line no-labels
                    break loop;
                default:
            }
        }
    }
    sOpenWaka() {
        // Reminder: a state handler is called with at least one character
        // available in the current chunk. So the first call to get code inside of
        // a state handler cannot return ``EOC``. That's why we don't test
        // for it.
        const c = this.getCode();
        // either a /, ?, !, or text is coming next.
        if (isNameStartChar(c)) {
            this.state = S_OPEN_TAG;
            this.unget();
            this.xmlDeclPossible = false;
        }
        else {
            switch (c) {
                case FORWARD_SLASH:
                    this.state = S_CLOSE_TAG;
                    this.xmlDeclPossible = false;
                    break;
                case BANG:
                    this.state = S_OPEN_WAKA_BANG;
                    this.openWakaBang = "";
                    this.xmlDeclPossible = false;
                    break;
                case QUESTION:
                    this.state = S_PI_FIRST_CHAR;
                    break;
                default:
                    this.fail("disallowed character in tag name");
                    this.state = S_TEXT;
                    this.xmlDeclPossible = false;
            }
        }
    }
    sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
            case "[CDATA[":
                if (!this.sawRoot && !this.reportedTextBeforeRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextBeforeRoot = true;
                }
                if (this.closedRoot && !this.reportedTextAfterRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextAfterRoot = true;
                }
                this.state = S_CDATA;
                this.openWakaBang = "";
                break;
            case "--":
                this.state = S_COMMENT;
                this.openWakaBang = "";
                break;
            case "DOCTYPE":
                this.state = S_DOCTYPE;
                if (this.doctype || this.sawRoot) {
                    this.fail("inappropriately located doctype declaration.");
                }
                this.openWakaBang = "";
                break;
            default:
                // 7 happens to be the maximum length of the string that can possibly
                // match one of the cases above.
                if (this.openWakaBang.length >= 7) {
                    this.fail("incorrect syntax.");
                }
        }
    }
    sComment() {
        if (this.captureToChar(MINUS)) {
            this.state = S_COMMENT_ENDING;
        }
    }
    sCommentEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === MINUS) {
            this.state = S_COMMENT_ENDED;
            (_a = this.commentHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
        }
        else {
            this.text += `-${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
    }
    sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER) {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.text += `--${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
        else {
            this.state = S_TEXT;
        }
    }
    sCData() {
        if (this.captureToChar(CLOSE_BRACKET)) {
            this.state = S_CDATA_ENDING;
        }
    }
    sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET) {
            this.state = S_CDATA_ENDING_2;
        }
        else {
            this.text += `]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
    }
    sCDataEnding2() {
        var _a;
        const c = this.getCodeNorm();
        switch (c) {
            case GREATER: {
                (_a = this.cdataHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                break;
            }
            case CLOSE_BRACKET:
                this.text += "]";
                break;
            default:
                this.text += `]]${String.fromCodePoint(c)}`;
                this.state = S_CDATA;
        }
    }
    // We need this separate state to check the first character fo the pi target
    // with this.nameStartCheck which allows less characters than this.nameCheck.
    sPIFirstChar() {
        const c = this.getCodeNorm();
        // This is first because in the case where the file is well-formed this is
        // the branch taken. We optimize for well-formedness.
        if (this.nameStartCheck(c)) {
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
        else if (c === QUESTION || isS(c)) {
            this.fail("processing instruction without a target.");
            this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
        }
        else {
            this.fail("disallowed character in processing instruction name.");
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
    }
    sPIRest() {
        // Capture characters into a piTarget while ``this.nameCheck`` run on the
        // character read returns true.
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC) {
                this.piTarget += chunk.slice(start);
                return;
            }
            // NL cannot satisfy this.nameCheck so we don't have to test specifically
            // for it.
            if (!this.nameCheck(c)) {
                this.piTarget += chunk.slice(start, this.prevI);
                const isQuestion = c === QUESTION;
                if (isQuestion || isS(c)) {
                    if (this.piTarget === "xml") {
                        if (!this.xmlDeclPossible) {
                            this.fail("an XML declaration must be at the start of the document.");
                        }
                        this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
                    }
                    else {
                        this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
                    }
                }
                else {
                    this.fail("disallowed character in processing instruction name.");
                    this.piTarget += String.fromCodePoint(c);
                }
                break;
            }
        }
    }
    sPIBody() {
        if (this.text.length === 0) {
            const c = this.getCodeNorm();
            if (c === QUESTION) {
                this.state = S_PI_ENDING;
            }
            else if (!isS(c)) {
                this.text = String.fromCodePoint(c);
            }
        }
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        else if (this.captureToChar(QUESTION)) {
            this.state = S_PI_ENDING;
        }
    }
    sPIEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            const { piTarget } = this;
            if (piTarget.toLowerCase() === "xml") {
                this.fail("the XML declaration must appear at the start of the document.");
            }
            (_a = this.piHandler) === null || _a === void 0 ? void 0 : _a.call(this, {
                target: piTarget,
                body: this.text,
            });
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else if (c === QUESTION) {
            // We ran into ?? as part of a processing instruction. We initially took
            // the first ? as a sign that the PI was ending, but it is not. So we have
            // to add it to the body but we take the new ? as a sign that the PI is
            // ending.
            this.text += "?";
        }
        else {
            this.text += `?${String.fromCodePoint(c)}`;
            this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
    }
    sXMLDeclNameStart() {
        const c = this.skipSpaces();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (c !== EOC) {
            this.state = S_XML_DECL_NAME;
            this.name = String.fromCodePoint(c);
        }
    }
    sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.name += this.text;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (!(isS(c) || c === EQUAL)) {
            return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
            switch (this.name.length) {
                case 0:
                    this.fail("did not expect any more name/value pairs.");
                    break;
                case 1:
                    this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
                    break;
                default:
                    this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
            }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
    }
    sXMLDeclEq() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (c !== EQUAL) {
            this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
    }
    sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (!isQuote(c)) {
            this.fail("value must be quoted.");
            this.q = SPACE;
        }
        else {
            this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
    }
    sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION]);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (c === EOC) {
            return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
            case "version": {
                this.xmlDeclExpects = ["encoding", "standalone"];
                const version = value;
                this.xmlDecl.version = version;
                // This is the test specified by XML 1.0 but it is fine for XML 1.1.
                if (!/^1\.[0-9]+$/.test(version)) {
                    this.fail("version number must match /^1\\.[0-9]+$/.");
                }
                // When forceXMLVersion is set, the XML declaration is ignored.
                else if (!this.opt.forceXMLVersion) {
                    this.setXMLVersion(version);
                }
                break;
            }
            case "encoding":
                if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
                    this.fail("encoding value must match \
/^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
                }
                this.xmlDeclExpects = ["standalone"];
                this.xmlDecl.encoding = value;
                break;
            case "standalone":
                if (value !== "yes" && value !== "no") {
                    this.fail("standalone value must match \"yes\" or \"no\".");
                }
                this.xmlDeclExpects = [];
                this.xmlDecl.standalone = value;
                break;
            default:
            // We don't need to raise an error here since we've already raised one
            // when checking what name was expected.
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
    }
    sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (!isS(c)) {
            this.fail("whitespace required.");
            this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
    }
    sXMLDeclEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            if (this.piTarget !== "xml") {
                this.fail("processing instructions are not allowed before root.");
            }
            else if (this.name !== "version" &&
                this.xmlDeclExpects.includes("version")) {
                this.fail("XML declaration must contain a version.");
            }
            (_a = this.xmldeclHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.xmlDecl);
            this.name = "";
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else {
            // We got here because the previous character was a ?, but the question
            // mark character is not valid inside any of the XML declaration
            // name/value pairs.
            this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
    }
    sOpenTag() {
        var _a;
        const c = this.captureNameChars();
        if (c === EOC) {
            return;
        }
        const tag = this.tag = {
            name: this.name,
            attributes: Object.create(null),
        };
        this.name = "";
        if (this.xmlnsOpt) {
            this.topNS = tag.ns = Object.create(null);
        }
        (_a = this.openTagStartHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
            this.fail("documents may contain only one root.");
        }
        switch (c) {
            case GREATER:
                this.openTag();
                break;
            case FORWARD_SLASH:
                this.state = S_OPEN_TAG_SLASH;
                break;
            default:
                if (!isS(c)) {
                    this.fail("disallowed character in tag name.");
                }
                this.state = S_ATTRIB;
        }
    }
    sOpenTagSlash() {
        if (this.getCode() === GREATER) {
            this.openSelfClosingTag();
        }
        else {
            this.fail("forward-slash in opening tag not followed by >.");
            this.state = S_ATTRIB;
        }
    }
    sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
            return;
        }
        if (isNameStartChar(c)) {
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
            this.state = S_ATTRIB_VALUE;
        }
        else if (isS(c)) {
            this.state = S_ATTRIB_NAME_SAW_WHITE;
        }
        else if (c === GREATER) {
            this.fail("attribute without value.");
            this.pushAttrib(this.name, this.name);
            this.name = this.text = "";
            this.openTag();
        }
        else if (c !== EOC) {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
            case EOC:
                return;
            case EQUAL:
                this.state = S_ATTRIB_VALUE;
                break;
            default:
                this.fail("attribute without value.");
                // Should we do this???
                // this.tag.attributes[this.name] = "";
                this.text = "";
                this.name = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else if (isNameStartChar(c)) {
                    this.unget();
                    this.state = S_ATTRIB_NAME;
                }
                else {
                    this.fail("disallowed character in attribute name.");
                    this.state = S_ATTRIB;
                }
        }
    }
    sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
            this.q = c;
            this.state = S_ATTRIB_VALUE_QUOTED;
        }
        else if (!isS(c)) {
            this.fail("unquoted attribute value.");
            this.state = S_ATTRIB_VALUE_UNQUOTED;
            this.unget();
        }
    }
    sAttribValueQuoted() {
        // We deliberately do not use captureTo here. The specialized code we use
        // here is faster than using captureTo.
        const { q, chunk } = this;
        let { i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case q:
                    this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
                    this.name = this.text = "";
                    this.q = null;
                    this.state = S_ATTRIB_VALUE_CLOSED;
                    return;
                case AMP:
                    this.text += chunk.slice(start, this.prevI);
                    this.state = S_ENTITY;
                    this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
                    return;
                case NL:
                case NL_LIKE:
                case TAB:
                    this.text += `${chunk.slice(start, this.prevI)} `;
                    start = this.i;
                    break;
                case LESS:
                    this.text += chunk.slice(start, this.prevI);
                    this.fail("disallowed character.");
                    return;
                case EOC:
                    this.text += chunk.slice(start);
                    return;
                default:
            }
        }
    }
    sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
            this.state = S_ATTRIB;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else if (isNameStartChar(c)) {
            this.fail("no whitespace between attributes.");
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribValueUnquoted() {
        // We don't do anything regarding EOL or space handling for unquoted
        // attributes. We already have failed by the time we get here, and the
        // contract that saxes upholds states that upon failure, it is not safe to
        // rely on the data passed to event handlers (other than
        // ``onerror``). Passing "bad" data is not a problem.
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
            case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
                break;
            case LESS:
                this.fail("disallowed character.");
                break;
            case EOC:
                break;
            default:
                if (this.text.includes("]]>")) {
                    this.fail("the string \"]]>\" is disallowed in char data.");
                }
                this.pushAttrib(this.name, this.text);
                this.name = this.text = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else {
                    this.state = S_ATTRIB;
                }
        }
    }
    sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER) {
            this.closeTag();
        }
        else if (isS(c)) {
            this.state = S_CLOSE_TAG_SAW_WHITE;
        }
        else if (c !== EOC) {
            this.fail("disallowed character in closing tag.");
        }
    }
    sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
            case GREATER:
                this.closeTag();
                break;
            case EOC:
                break;
            default:
                this.fail("disallowed character in closing tag.");
        }
    }
    // END OF STATE ENGINE METHODS
    handleTextInRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for performing the ]]> check. A previous version of this code, checked
        // ``this.text`` for the presence of ]]>. It simplified the code but was
        // very costly when character data contained a lot of entities to be parsed.
        //
        // Since we are using a specialized loop, we also keep track of the presence
        // of ]]> in text data. The sequence ]]> is forbidden to appear as-is.
        //
        let { i: start, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        scanLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                case CLOSE_BRACKET:
                    switch (forbiddenState) {
                        case FORBIDDEN_START:
                            forbiddenState = FORBIDDEN_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET:
                            forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET_BRACKET:
                            break;
                        default:
                            throw new Error("impossible state");
                    }
                    break;
                case GREATER:
                    if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                        this.fail("the string \"]]>\" is disallowed in char data.");
                    }
                    forbiddenState = FORBIDDEN_START;
                    break;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    forbiddenState = FORBIDDEN_START;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                default:
                    forbiddenState = FORBIDDEN_START;
            }
        }
        this.forbiddenState = forbiddenState;
    }
    handleTextOutsideRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for a specialized task. We keep track of the presence of non-space
        // characters in the text since these are errors when appearing outside the
        // document root element.
        let { i: start } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        outRootLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const code = this.getCode();
            switch (code) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    nonSpace = true;
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                default:
                    if (!isS(code)) {
                        nonSpace = true;
                    }
            }
        }
        if (!nonSpace) {
            return;
        }
        // We use the reportedTextBeforeRoot and reportedTextAfterRoot flags
        // to avoid reporting errors for every single character that is out of
        // place.
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextAfterRoot = true;
        }
    }
    pushAttribNS(name, value) {
        var _a;
        const { prefix, local } = this.qname(name);
        const attr = { name, prefix, local, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
        if (prefix === "xmlns") {
            const trimmed = value.trim();
            if (this.currentXMLVersion === "1.0" && trimmed === "") {
                this.fail("invalid attempt to undefine prefix in XML 1.0");
            }
            this.topNS[local] = trimmed;
            nsPairCheck(this, local, trimmed);
        }
        else if (name === "xmlns") {
            const trimmed = value.trim();
            this.topNS[""] = trimmed;
            nsPairCheck(this, "", trimmed);
        }
    }
    pushAttribPlain(name, value) {
        var _a;
        const attr = { name, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
    }
    /**
     * End parsing. This performs final well-formedness checks and resets the
     * parser to a clean state.
     *
     * @returns this
     */
    end() {
        var _a, _b;
        if (!this.sawRoot) {
            this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
            const tag = tags.pop();
            this.fail(`unclosed tag: ${tag.name}`);
        }
        if ((this.state !== S_BEGIN) && (this.state !== S_TEXT)) {
            this.fail("unexpected end.");
        }
        const { text } = this;
        if (text.length !== 0) {
            (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text);
            this.text = "";
        }
        this._closed = true;
        (_b = this.endHandler) === null || _b === void 0 ? void 0 : _b.call(this);
        this._init();
        return this;
    }
    /**
     * Resolve a namespace prefix.
     *
     * @param prefix The prefix to resolve.
     *
     * @returns The namespace URI or ``undefined`` if the prefix is not defined.
     */
    resolve(prefix) {
        var _a, _b;
        let uri = this.topNS[prefix];
        if (uri !== undefined) {
            return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
            uri = tags[index].ns[prefix];
            if (uri !== undefined) {
                return uri;
            }
        }
        uri = this.ns[prefix];
        if (uri !== undefined) {
            return uri;
        }
        return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
    }
    /**
     * Parse a qname into its prefix and local name parts.
     *
     * @param name The name to parse
     *
     * @returns
     */
    qname(name) {
        // This is faster than using name.split(":").
        const colon = name.indexOf(":");
        if (colon === -1) {
            return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
            this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
    }
    processAttribsNS() {
        var _a;
        const { attribList } = this;
        const tag = this.tag;
        {
            // add namespace info to tag
            const { prefix, local } = this.qname(tag.name);
            tag.prefix = prefix;
            tag.local = local;
            const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
            if (prefix !== "") {
                if (prefix === "xmlns") {
                    this.fail("tags may not have \"xmlns\" as prefix.");
                }
                if (uri === "") {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    tag.uri = prefix;
                }
            }
        }
        if (attribList.length === 0) {
            return;
        }
        const { attributes } = tag;
        const seen = new Set();
        // Note: do not apply default ns to attributes:
        //   http://www.w3.org/TR/REC-xml-names/#defaulting
        for (const attr of attribList) {
            const { name, prefix, local } = attr;
            let uri;
            let eqname;
            if (prefix === "") {
                uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
                eqname = name;
            }
            else {
                uri = this.resolve(prefix);
                // if there's any attributes with an undefined namespace,
                // then fail on them now.
                if (uri === undefined) {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    uri = prefix;
                }
                eqname = `{${uri}}${local}`;
            }
            if (seen.has(eqname)) {
                this.fail(`duplicate attribute: ${eqname}.`);
            }
            seen.add(eqname);
            attr.uri = uri;
            attributes[name] = attr;
        }
        this.attribList = [];
    }
    processAttribsPlain() {
        const { attribList } = this;
        // eslint-disable-next-line prefer-destructuring
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
            if (attributes[name] !== undefined) {
                this.fail(`duplicate attribute: ${name}.`);
            }
            attributes[name] = value;
        }
        this.attribList = [];
    }
    /**
     * Handle a complete open tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onopentag``.
     */
    openTag() {
        var _a;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete self-closing tag. This parser code calls this once it has
     * seen the whole tag. This method checks for well-formeness and then emits
     * ``onopentag`` and ``onclosetag``.
     */
    openSelfClosingTag() {
        var _a, _b, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        (_b = this.closeTagHandler) === null || _b === void 0 ? void 0 : _b.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
            this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete close tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onclosetag``.
     */
    closeTag() {
        const { tags, name } = this;
        // Our state after this will be S_TEXT, no matter what, and we can clear
        // tagName now.
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
            this.fail("weird empty close tag.");
            this.text += "</>";
            return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
            const tag = this.tag = tags.pop();
            this.topNS = tag.ns;
            handler === null || handler === void 0 ? void 0 : handler(tag);
            if (tag.name === name) {
                break;
            }
            this.fail("unexpected close tag.");
        }
        if (l === 0) {
            this.closedRoot = true;
        }
        else if (l < 0) {
            this.fail(`unmatched closing tag: ${name}.`);
            this.text += `</${name}>`;
        }
    }
    /**
     * Resolves an entity. Makes any necessary well-formedness checks.
     *
     * @param entity The entity to resolve.
     *
     * @returns The parsed entity.
     */
    parseEntity(entity) {
        // startsWith would be significantly slower for this test.
        if (entity[0] !== "#") {
            const defined = this.ENTITIES[entity];
            if (defined !== undefined) {
                return defined;
            }
            this.fail(this.isName(entity) ? "undefined entity." :
                "disallowed character in entity name.");
            return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
            num = parseInt(entity.slice(2), 16);
        }
        else if (/^#[0-9]+$/.test(entity)) {
            num = parseInt(entity.slice(1), 10);
        }
        // The character reference is required to match the CHAR production.
        if (!this.isChar(num)) {
            this.fail("malformed character entity.");
            return `&${entity};`;
        }
        return String.fromCodePoint(num);
    }
}
exports.wT = SaxesParser;
//# sourceMappingURL=saxes.js.map

/***/ }),

/***/ 96950:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character classes and associated utilities for the 5th edition of XML 1.0.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\t\n\r -\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= SPACE && c <= 0xD7FF) ||
        c === NL || c === CR || c === TAB ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed5.js.map

/***/ }),

/***/ 2107:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character classes and associated utilities for the 2nd edition of XML 1.1.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\u0001-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.RESTRICTED_CHAR = "\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= 0x0001 && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``RESTRICTED_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``RESTRICTED_CHAR``.
 */
function isRestrictedChar(c) {
    return (c >= 0x1 && c <= 0x8) ||
        c === 0xB ||
        c === 0xC ||
        (c >= 0xE && c <= 0x1F) ||
        (c >= 0x7F && c <= 0x84) ||
        (c >= 0x86 && c <= 0x9F);
}
exports.isRestrictedChar = isRestrictedChar;
/**
 * Determines whether a codepoint matches the ``CHAR`` production and does not
 * match the ``RESTRICTED_CHAR`` production. ``isCharAndNotRestricted(x)`` is
 * equivalent to ``isChar(x) && !isRestrictedChar(x)``. This function is faster
 * than running the two-call equivalent.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR`` and does not match
 * ``RESTRICTED_CHAR``.
 */
function isCharAndNotRestricted(c) {
    return (c === 0x9) ||
        (c === 0xA) ||
        (c === 0xD) ||
        (c > 0x1F && c < 0x7F) ||
        (c === 0x85) ||
        (c > 0x9F && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isCharAndNotRestricted = isCharAndNotRestricted;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed2.js.map

/***/ }),

/***/ 85699:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character class utilities for XML NS 1.0 edition 3.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
// tslint:disable-next-line:max-line-length
exports.NC_NAME_START_CHAR = "A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
/**
 * Determines whether a codepoint matches [[NC_NAME_START_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNCNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        c === 0x5F ||
        (c >= 0x61 && c <= 0x7A) ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x200C && c <= 0x200D) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNCNameStartChar = isNCNameStartChar;
/**
 * Determines whether a codepoint matches [[NC_NAME_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
function isNCNameChar(c) {
    return isNCNameStartChar(c) ||
        (c === 0x2D ||
            c === 0x2E ||
            (c >= 0x30 && c <= 0x39) ||
            c === 0x00B7 ||
            (c >= 0x0300 && c <= 0x036F) ||
            (c >= 0x203F && c <= 0x2040));
}
exports.isNCNameChar = isNCNameChar;
//# sourceMappingURL=ed3.js.map

/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date)
/* harmony export */ });
/* unused harmony exports datetime, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2503);



function datetime(params) {
    return core._isoDateTime(ZodISODateTime, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
