export const id = 1426;
export const ids = [1426];
export const modules = {

/***/ 80009:
/***/ ((module) => {


module.exports = function (arr, predicate, ctx) {
	if (typeof Array.prototype.findIndex === 'function') {
		return arr.findIndex(predicate, ctx);
	}

	if (typeof predicate !== 'function') {
		throw new TypeError('predicate must be a function');
	}

	var list = Object(arr);
	var len = list.length;

	if (len === 0) {
		return -1;
	}

	for (var i = 0; i < len; i++) {
		if (predicate.call(ctx, list[i], i, list)) {
			return i;
		}
	}

	return -1;
};


/***/ }),

/***/ 33353:
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

/***/ 40502:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

var arrayFindIndex = __webpack_require__(80009)
var parse = __webpack_require__(27804)

var ranges = __webpack_require__(39344)

var notALicenseIdentifier = ' is not a simple license identifier'

var rangeComparison = function (comparison) {
  return function (first, second) {
    var firstAST = parse(first)
    if (!firstAST.hasOwnProperty('license')) {
      throw new Error('"' + first + '"' + notALicenseIdentifier)
    }
    var secondAST = parse(second)
    if (!secondAST.hasOwnProperty('license')) {
      throw new Error('"' + second + '"' + notALicenseIdentifier)
    }
    return ranges.some(function (range) {
      var firstLicense = firstAST.license
      var indexOfFirst = arrayFindIndex(range, function (element) {
        return (
          element === firstLicense ||
          (
            Array.isArray(element) &&
            element.indexOf(firstLicense) !== -1
          )
        )
      })
      if (indexOfFirst < 0) {
        return false
      }
      var secondLicense = secondAST.license
      var indexOfSecond = arrayFindIndex(range, function (element) {
        return (
          element === secondLicense ||
          (
            Array.isArray(element) &&
            element.indexOf(secondLicense) !== -1
          )
        )
      })
      if (indexOfSecond < 0) {
        return false
      }
      return comparison(indexOfFirst, indexOfSecond)
    })
  }
}

exports.gt = rangeComparison(function (first, second) {
  return first > second
})

exports.lt = rangeComparison(function (first, second) {
  return first < second
})

exports.eq = rangeComparison(function (first, second) {
  return first === second
})


/***/ }),

/***/ 27804:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



var scan = __webpack_require__(46643)
var parse = __webpack_require__(61615)

module.exports = function (source) {
  return parse(scan(source))
}


/***/ }),

/***/ 61615:
/***/ ((module) => {



// The ABNF grammar in the spec is totally ambiguous.
//
// This parser follows the operator precedence defined in the
// `Order of Precedence and Parentheses` section.

module.exports = function (tokens) {
  var index = 0

  function hasMore () {
    return index < tokens.length
  }

  function token () {
    return hasMore() ? tokens[index] : null
  }

  function next () {
    if (!hasMore()) {
      throw new Error()
    }
    index++
  }

  function parseOperator (operator) {
    var t = token()
    if (t && t.type === 'OPERATOR' && operator === t.string) {
      next()
      return t.string
    }
  }

  function parseWith () {
    if (parseOperator('WITH')) {
      var t = token()
      if (t && t.type === 'EXCEPTION') {
        next()
        return t.string
      }
      throw new Error('Expected exception after `WITH`')
    }
  }

  function parseLicenseRef () {
    // TODO: Actually, everything is concatenated into one string
    // for backward-compatibility but it could be better to return
    // a nice structure.
    var begin = index
    var string = ''
    var t = token()
    if (t.type === 'DOCUMENTREF') {
      next()
      string += 'DocumentRef-' + t.string + ':'
      if (!parseOperator(':')) {
        throw new Error('Expected `:` after `DocumentRef-...`')
      }
    }
    t = token()
    if (t.type === 'LICENSEREF') {
      next()
      string += 'LicenseRef-' + t.string
      return { license: string }
    }
    index = begin
  }

  function parseLicense () {
    var t = token()
    if (t && t.type === 'LICENSE') {
      next()
      var node = { license: t.string }
      if (parseOperator('+')) {
        node.plus = true
      }
      var exception = parseWith()
      if (exception) {
        node.exception = exception
      }
      return node
    }
  }

  function parseParenthesizedExpression () {
    var left = parseOperator('(')
    if (!left) {
      return
    }

    var expr = parseExpression()

    if (!parseOperator(')')) {
      throw new Error('Expected `)`')
    }

    return expr
  }

  function parseAtom () {
    return (
      parseParenthesizedExpression() ||
      parseLicenseRef() ||
      parseLicense()
    )
  }

  function makeBinaryOpParser (operator, nextParser) {
    return function parseBinaryOp () {
      var left = nextParser()
      if (!left) {
        return
      }

      if (!parseOperator(operator)) {
        return left
      }

      var right = parseBinaryOp()
      if (!right) {
        throw new Error('Expected expression')
      }
      return {
        left: left,
        conjunction: operator.toLowerCase(),
        right: right
      }
    }
  }

  var parseAnd = makeBinaryOpParser('AND', parseAtom)
  var parseExpression = makeBinaryOpParser('OR', parseAnd)

  var node = parseExpression()
  if (!node || hasMore()) {
    throw new Error('Syntax error')
  }
  return node
}


/***/ }),

/***/ 46643:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



var licenses = []
  .concat(__webpack_require__(75204))
  .concat(__webpack_require__(3389))
var exceptions = __webpack_require__(53988)

module.exports = function (source) {
  var index = 0

  function hasMore () {
    return index < source.length
  }

  // `value` can be a regexp or a string.
  // If it is recognized, the matching source string is returned and
  // the index is incremented. Otherwise `undefined` is returned.
  function read (value) {
    if (value instanceof RegExp) {
      var chars = source.slice(index)
      var match = chars.match(value)
      if (match) {
        index += match[0].length
        return match[0]
      }
    } else {
      if (source.indexOf(value, index) === index) {
        index += value.length
        return value
      }
    }
  }

  function skipWhitespace () {
    read(/[ ]*/)
  }

  function operator () {
    var string
    var possibilities = ['WITH', 'AND', 'OR', '(', ')', ':', '+']
    for (var i = 0; i < possibilities.length; i++) {
      string = read(possibilities[i])
      if (string) {
        break
      }
    }

    if (string === '+' && index > 1 && source[index - 2] === ' ') {
      throw new Error('Space before `+`')
    }

    return string && {
      type: 'OPERATOR',
      string: string
    }
  }

  function idstring () {
    return read(/[A-Za-z0-9-.]+/)
  }

  function expectIdstring () {
    var string = idstring()
    if (!string) {
      throw new Error('Expected idstring at offset ' + index)
    }
    return string
  }

  function documentRef () {
    if (read('DocumentRef-')) {
      var string = expectIdstring()
      return { type: 'DOCUMENTREF', string: string }
    }
  }

  function licenseRef () {
    if (read('LicenseRef-')) {
      var string = expectIdstring()
      return { type: 'LICENSEREF', string: string }
    }
  }

  function identifier () {
    var begin = index
    var string = idstring()

    if (licenses.indexOf(string) !== -1) {
      return {
        type: 'LICENSE',
        string: string
      }
    } else if (exceptions.indexOf(string) !== -1) {
      return {
        type: 'EXCEPTION',
        string: string
      }
    }

    index = begin
  }

  // Tries to read the next token. Returns `undefined` if no token is
  // recognized.
  function parseToken () {
    // Ordering matters
    return (
      operator() ||
      documentRef() ||
      licenseRef() ||
      identifier()
    )
  }

  var tokens = []
  while (hasMore()) {
    skipWhitespace()
    if (!hasMore()) {
      break
    }

    var token = parseToken()
    if (!token) {
      throw new Error('Unexpected `' + source[index] +
                      '` at offset ' + index)
    }

    tokens.push(token)
  }
  return tokens
}


/***/ }),

/***/ 84147:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



var scan = __webpack_require__(96586)
var parse = __webpack_require__(89292)

module.exports = function (source) {
  return parse(scan(source))
}


/***/ }),

/***/ 89292:
/***/ ((module) => {



// The ABNF grammar in the spec is totally ambiguous.
//
// This parser follows the operator precedence defined in the
// `Order of Precedence and Parentheses` section.

module.exports = function (tokens) {
  var index = 0

  function hasMore () {
    return index < tokens.length
  }

  function token () {
    return hasMore() ? tokens[index] : null
  }

  function next () {
    if (!hasMore()) {
      throw new Error()
    }
    index++
  }

  function parseOperator (operator) {
    var t = token()
    if (t && t.type === 'OPERATOR' && operator === t.string) {
      next()
      return t.string
    }
  }

  function parseWith () {
    if (parseOperator('WITH')) {
      var t = token()
      if (t && t.type === 'EXCEPTION') {
        next()
        return t.string
      }
      throw new Error('Expected exception after `WITH`')
    }
  }

  function parseLicenseRef () {
    // TODO: Actually, everything is concatenated into one string
    // for backward-compatibility but it could be better to return
    // a nice structure.
    var begin = index
    var string = ''
    var t = token()
    if (t.type === 'DOCUMENTREF') {
      next()
      string += 'DocumentRef-' + t.string + ':'
      if (!parseOperator(':')) {
        throw new Error('Expected `:` after `DocumentRef-...`')
      }
    }
    t = token()
    if (t.type === 'LICENSEREF') {
      next()
      string += 'LicenseRef-' + t.string
      return { license: string }
    }
    index = begin
  }

  function parseLicense () {
    var t = token()
    if (t && t.type === 'LICENSE') {
      next()
      var node = { license: t.string }
      if (parseOperator('+')) {
        node.plus = true
      }
      var exception = parseWith()
      if (exception) {
        node.exception = exception
      }
      return node
    }
  }

  function parseParenthesizedExpression () {
    var left = parseOperator('(')
    if (!left) {
      return
    }

    var expr = parseExpression()

    if (!parseOperator(')')) {
      throw new Error('Expected `)`')
    }

    return expr
  }

  function parseAtom () {
    return (
      parseParenthesizedExpression() ||
      parseLicenseRef() ||
      parseLicense()
    )
  }

  function makeBinaryOpParser (operator, nextParser) {
    return function parseBinaryOp () {
      var left = nextParser()
      if (!left) {
        return
      }

      if (!parseOperator(operator)) {
        return left
      }

      var right = parseBinaryOp()
      if (!right) {
        throw new Error('Expected expression')
      }
      return {
        left: left,
        conjunction: operator.toLowerCase(),
        right: right
      }
    }
  }

  var parseAnd = makeBinaryOpParser('AND', parseAtom)
  var parseExpression = makeBinaryOpParser('OR', parseAnd)

  var node = parseExpression()
  if (!node || hasMore()) {
    throw new Error('Syntax error')
  }
  return node
}


/***/ }),

/***/ 96586:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



var licenses = []
  .concat(__webpack_require__(75204))
  .concat(__webpack_require__(3389))
var exceptions = __webpack_require__(53988)

module.exports = function (source) {
  var index = 0

  function hasMore () {
    return index < source.length
  }

  // `value` can be a regexp or a string.
  // If it is recognized, the matching source string is returned and
  // the index is incremented. Otherwise `undefined` is returned.
  function read (value) {
    if (value instanceof RegExp) {
      var chars = source.slice(index)
      var match = chars.match(value)
      if (match) {
        index += match[0].length
        return match[0]
      }
    } else {
      if (source.indexOf(value, index) === index) {
        index += value.length
        return value
      }
    }
  }

  function skipWhitespace () {
    read(/[ ]*/)
  }

  function operator () {
    var string
    var possibilities = [/^WITH/i, /^AND/i, /^OR/i, '(', ')', ':', '+']
    for (var i = 0; i < possibilities.length; i++) {
      string = read(possibilities[i])
      if (string) {
        break
      }
    }

    if (string === '+' && index > 1 && source[index - 2] === ' ') {
      throw new Error('Space before `+`')
    }

    return string && {
      type: 'OPERATOR',
      string: string.toUpperCase()
    }
  }

  function idstring () {
    return read(/[A-Za-z0-9-.]+/)
  }

  function expectIdstring () {
    var string = idstring()
    if (!string) {
      throw new Error('Expected idstring at offset ' + index)
    }
    return string
  }

  function documentRef () {
    if (read('DocumentRef-')) {
      var string = expectIdstring()
      return { type: 'DOCUMENTREF', string: string }
    }
  }

  function licenseRef () {
    if (read('LicenseRef-')) {
      var string = expectIdstring()
      return { type: 'LICENSEREF', string: string }
    }
  }

  function identifier () {
    var begin = index
    var string = idstring()

    if (licenses.indexOf(string) !== -1) {
      return {
        type: 'LICENSE',
        string: string
      }
    } else if (exceptions.indexOf(string) !== -1) {
      return {
        type: 'EXCEPTION',
        string: string
      }
    }

    index = begin
  }

  // Tries to read the next token. Returns `undefined` if no token is
  // recognized.
  function parseToken () {
    // Ordering matters
    return (
      operator() ||
      documentRef() ||
      licenseRef() ||
      identifier()
    )
  }

  var tokens = []
  while (hasMore()) {
    skipWhitespace()
    if (!hasMore()) {
      break
    }

    var token = parseToken()
    if (!token) {
      throw new Error('Unexpected `' + source[index] +
                      '` at offset ' + index)
    }

    tokens.push(token)
  }
  return tokens
}


/***/ }),

/***/ 19996:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

var compare = __webpack_require__(40502)
var parse = __webpack_require__(3090)
var ranges = __webpack_require__(39344)

function rangesAreCompatible (first, second) {
  return (
    first.license === second.license ||
    ranges.some(function (range) {
      return (
        licenseInRange(first.license, range) &&
        licenseInRange(second.license, range)
      )
    })
  )
}

function licenseInRange (license, range) {
  return (
    range.indexOf(license) !== -1 ||
    range.some(function (element) {
      return (
        Array.isArray(element) &&
        element.indexOf(license) !== -1
      )
    })
  )
}

function identifierInRange (identifier, range) {
  return (
    identifier.license === range.license ||
    compare.gt(identifier.license, range.license) ||
    compare.eq(identifier.license, range.license)
  )
}

function licensesAreCompatible (first, second) {
  if (first.exception !== second.exception) {
    return false
  } else if (second.hasOwnProperty('license')) {
    if (second.hasOwnProperty('plus')) {
      if (first.hasOwnProperty('plus')) {
        // first+, second+
        return rangesAreCompatible(first, second)
      } else {
        // first, second+
        return identifierInRange(first, second)
      }
    } else {
      if (first.hasOwnProperty('plus')) {
        // first+, second
        return identifierInRange(second, first)
      } else {
        // first, second
        return first.license === second.license
      }
    }
  }
}

function replaceGPLOnlyOrLaterWithRanges (argument) {
  var license = argument.license
  if (license) {
    if (endsWith(license, '-or-later')) {
      argument.license = license.replace('-or-later', '')
      argument.plus = true
    } else if (endsWith(license, '-only')) {
      argument.license = license.replace('-only', '')
      delete argument.plus
    }
  } else if (argument.left && argument.right) {
    argument.left = replaceGPLOnlyOrLaterWithRanges(argument.left)
    argument.right = replaceGPLOnlyOrLaterWithRanges(argument.right)
  }
  return argument
}

function endsWith (string, substring) {
  return string.indexOf(substring) === string.length - substring.length
}

function licenseString (e) {
  if (e.hasOwnProperty('noassertion')) return 'NOASSERTION'
  if (e.license) {
    return (
      e.license +
      (e.plus ? '+' : '') +
      (e.exception ? ('WITH ' + e.exception) : '')
    )
  }
}

// Expand the given expression into an equivalent array where each member is an array of licenses AND'd
// together and the members are OR'd together. For example, `(MIT OR ISC) AND GPL-3.0` expands to
// `[[GPL-3.0 AND MIT], [ISC AND MIT]]`. Note that within each array of licenses, the entries are
// normalized (sorted) by license name.
function expand (expression) {
  return sort(expandInner(expression))
}

function expandInner (expression) {
  if (!expression.conjunction) return [{ [licenseString(expression)]: expression }]
  if (expression.conjunction === 'or') return expandInner(expression.left).concat(expandInner(expression.right))
  if (expression.conjunction === 'and') {
    var left = expandInner(expression.left)
    var right = expandInner(expression.right)
    return left.reduce(function (result, l) {
      right.forEach(function (r) { result.push(Object.assign({}, l, r)) })
      return result
    }, [])
  }
}

function sort (licenseList) {
  var sortedLicenseLists = licenseList
    .filter(function (e) { return Object.keys(e).length })
    .map(function (e) { return Object.keys(e).sort() })
  return sortedLicenseLists.map(function (list, i) {
    return list.map(function (license) { return licenseList[i][license] })
  })
}

function isANDCompatible (parsedExpression, parsedLicenses) {
  return parsedExpression.every(function (element) {
    return parsedLicenses.some(function (approvedLicense) {
      return licensesAreCompatible(element, approvedLicense)
    })
  })
}

function satisfies (spdxExpression, arrayOfLicenses) {
  var parsedExpression = expand(replaceGPLOnlyOrLaterWithRanges(parse(spdxExpression)))
  var parsedLicenses = arrayOfLicenses.map(function (l) { return replaceGPLOnlyOrLaterWithRanges(parse(l)) })
  for (const parsed of parsedLicenses) {
    if (parsed.hasOwnProperty('conjunction')) {
      throw new Error('Approved licenses cannot be AND or OR expressions.')
    }
  }
  return parsedExpression.some(function (o) { return isANDCompatible(o, parsedLicenses) })
}

module.exports = satisfies


/***/ }),

/***/ 3090:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



var scan = __webpack_require__(59325)
var parse = __webpack_require__(77489)

module.exports = function (source) {
  return parse(scan(source))
}


/***/ }),

/***/ 77489:
/***/ ((module) => {



// The ABNF grammar in the spec is totally ambiguous.
//
// This parser follows the operator precedence defined in the
// `Order of Precedence and Parentheses` section.

module.exports = function (tokens) {
  var index = 0

  function hasMore () {
    return index < tokens.length
  }

  function token () {
    return hasMore() ? tokens[index] : null
  }

  function next () {
    if (!hasMore()) {
      throw new Error()
    }
    index++
  }

  function parseOperator (operator) {
    var t = token()
    if (t && t.type === 'OPERATOR' && operator === t.string) {
      next()
      return t.string
    }
  }

  function parseWith () {
    if (parseOperator('WITH')) {
      var t = token()
      if (t && t.type === 'EXCEPTION') {
        next()
        return t.string
      }
      throw new Error('Expected exception after `WITH`')
    }
  }

  function parseLicenseRef () {
    // TODO: Actually, everything is concatenated into one string
    // for backward-compatibility but it could be better to return
    // a nice structure.
    var begin = index
    var string = ''
    var t = token()
    if (t.type === 'DOCUMENTREF') {
      next()
      string += 'DocumentRef-' + t.string + ':'
      if (!parseOperator(':')) {
        throw new Error('Expected `:` after `DocumentRef-...`')
      }
    }
    t = token()
    if (t.type === 'LICENSEREF') {
      next()
      string += 'LicenseRef-' + t.string
      return { license: string }
    }
    index = begin
  }

  function parseLicense () {
    var t = token()
    if (t && t.type === 'LICENSE') {
      next()
      var node = { license: t.string }
      if (parseOperator('+')) {
        node.plus = true
      }
      var exception = parseWith()
      if (exception) {
        node.exception = exception
      }
      return node
    }
  }

  function parseParenthesizedExpression () {
    var left = parseOperator('(')
    if (!left) {
      return
    }

    var expr = parseExpression()

    if (!parseOperator(')')) {
      throw new Error('Expected `)`')
    }

    return expr
  }

  function parseAtom () {
    return (
      parseParenthesizedExpression() ||
      parseLicenseRef() ||
      parseLicense()
    )
  }

  function makeBinaryOpParser (operator, nextParser) {
    return function parseBinaryOp () {
      var left = nextParser()
      if (!left) {
        return
      }

      if (!parseOperator(operator)) {
        return left
      }

      var right = parseBinaryOp()
      if (!right) {
        throw new Error('Expected expression')
      }
      return {
        left: left,
        conjunction: operator.toLowerCase(),
        right: right
      }
    }
  }

  var parseAnd = makeBinaryOpParser('AND', parseAtom)
  var parseExpression = makeBinaryOpParser('OR', parseAnd)

  var node = parseExpression()
  if (!node || hasMore()) {
    throw new Error('Syntax error')
  }
  return node
}


/***/ }),

/***/ 59325:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



var licenses = []
  .concat(__webpack_require__(75204))
  .concat(__webpack_require__(3389))
var exceptions = __webpack_require__(53988)

module.exports = function (source) {
  var index = 0

  function hasMore () {
    return index < source.length
  }

  // `value` can be a regexp or a string.
  // If it is recognized, the matching source string is returned and
  // the index is incremented. Otherwise `undefined` is returned.
  function read (value) {
    if (value instanceof RegExp) {
      var chars = source.slice(index)
      var match = chars.match(value)
      if (match) {
        index += match[0].length
        return match[0]
      }
    } else {
      if (source.indexOf(value, index) === index) {
        index += value.length
        return value
      }
    }
  }

  function skipWhitespace () {
    read(/[ ]*/)
  }

  function operator () {
    var string
    var possibilities = ['WITH', 'AND', 'OR', '(', ')', ':', '+']
    for (var i = 0; i < possibilities.length; i++) {
      string = read(possibilities[i])
      if (string) {
        break
      }
    }

    if (string === '+' && index > 1 && source[index - 2] === ' ') {
      throw new Error('Space before `+`')
    }

    return string && {
      type: 'OPERATOR',
      string: string
    }
  }

  function idstring () {
    return read(/[A-Za-z0-9-.]+/)
  }

  function expectIdstring () {
    var string = idstring()
    if (!string) {
      throw new Error('Expected idstring at offset ' + index)
    }
    return string
  }

  function documentRef () {
    if (read('DocumentRef-')) {
      var string = expectIdstring()
      return { type: 'DOCUMENTREF', string: string }
    }
  }

  function licenseRef () {
    if (read('LicenseRef-')) {
      var string = expectIdstring()
      return { type: 'LICENSEREF', string: string }
    }
  }

  function identifier () {
    var begin = index
    var string = idstring()

    if (licenses.indexOf(string) !== -1) {
      return {
        type: 'LICENSE',
        string: string
      }
    } else if (exceptions.indexOf(string) !== -1) {
      return {
        type: 'EXCEPTION',
        string: string
      }
    }

    index = begin
  }

  // Tries to read the next token. Returns `undefined` if no token is
  // recognized.
  function parseToken () {
    // Ordering matters
    return (
      operator() ||
      documentRef() ||
      licenseRef() ||
      identifier()
    )
  }

  var tokens = []
  while (hasMore()) {
    skipWhitespace()
    if (!hasMore()) {
      break
    }

    var token = parseToken()
    if (!token) {
      throw new Error('Unexpected `' + source[index] +
                      '` at offset ' + index)
    }

    tokens.push(token)
  }
  return tokens
}


/***/ }),

/***/ 53988:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('["389-exception","Asterisk-exception","Autoconf-exception-2.0","Autoconf-exception-3.0","Autoconf-exception-generic","Autoconf-exception-generic-3.0","Autoconf-exception-macro","Bison-exception-1.24","Bison-exception-2.2","Bootloader-exception","Classpath-exception-2.0","CLISP-exception-2.0","cryptsetup-OpenSSL-exception","DigiRule-FOSS-exception","eCos-exception-2.0","Fawkes-Runtime-exception","FLTK-exception","fmt-exception","Font-exception-2.0","freertos-exception-2.0","GCC-exception-2.0","GCC-exception-2.0-note","GCC-exception-3.1","Gmsh-exception","GNAT-exception","GNOME-examples-exception","GNU-compiler-exception","gnu-javamail-exception","GPL-3.0-interface-exception","GPL-3.0-linking-exception","GPL-3.0-linking-source-exception","GPL-CC-1.0","GStreamer-exception-2005","GStreamer-exception-2008","i2p-gpl-java-exception","KiCad-libraries-exception","LGPL-3.0-linking-exception","libpri-OpenH323-exception","Libtool-exception","Linux-syscall-note","LLGPL","LLVM-exception","LZMA-exception","mif-exception","OCaml-LGPL-linking-exception","OCCT-exception-1.0","OpenJDK-assembly-exception-1.0","openvpn-openssl-exception","PS-or-PDF-font-exception-20170817","QPL-1.0-INRIA-2004-exception","Qt-GPL-exception-1.0","Qt-LGPL-exception-1.1","Qwt-exception-1.0","SANE-exception","SHL-2.0","SHL-2.1","stunnel-exception","SWI-exception","Swift-exception","Texinfo-exception","u-boot-exception-2.0","UBDL-exception","Universal-FOSS-exception-1.0","vsftpd-openssl-exception","WxWindows-exception-3.1","x11vnc-openssl-exception"]');

/***/ }),

/***/ 3389:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('["AGPL-1.0","AGPL-3.0","BSD-2-Clause-FreeBSD","BSD-2-Clause-NetBSD","GFDL-1.1","GFDL-1.2","GFDL-1.3","GPL-1.0","GPL-2.0","GPL-2.0-with-GCC-exception","GPL-2.0-with-autoconf-exception","GPL-2.0-with-bison-exception","GPL-2.0-with-classpath-exception","GPL-2.0-with-font-exception","GPL-3.0","GPL-3.0-with-GCC-exception","GPL-3.0-with-autoconf-exception","LGPL-2.0","LGPL-2.1","LGPL-3.0","Net-SNMP","Nunit","StandardML-NJ","bzip2-1.0.5","eCos-2.0","wxWindows"]');

/***/ }),

/***/ 75204:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('["0BSD","3D-Slicer-1.0","AAL","ADSL","AFL-1.1","AFL-1.2","AFL-2.0","AFL-2.1","AFL-3.0","AGPL-1.0-only","AGPL-1.0-or-later","AGPL-3.0-only","AGPL-3.0-or-later","ALGLIB-Documentation","AMD-newlib","AMDPLPA","AML","AML-glslang","AMPAS","ANTLR-PD","ANTLR-PD-fallback","APAFML","APL-1.0","APSL-1.0","APSL-1.1","APSL-1.2","APSL-2.0","ASWF-Digital-Assets-1.0","ASWF-Digital-Assets-1.1","Abstyles","AdaCore-doc","Adobe-2006","Adobe-Display-PostScript","Adobe-Glyph","Adobe-Utopia","Advanced-Cryptics-Dictionary","Afmparse","Aladdin","Apache-1.0","Apache-1.1","Apache-2.0","App-s2p","Arphic-1999","Artistic-1.0","Artistic-1.0-Perl","Artistic-1.0-cl8","Artistic-2.0","Artistic-dist","Aspell-RU","BOLA-1.1","BSD-1-Clause","BSD-2-Clause","BSD-2-Clause-Darwin","BSD-2-Clause-Patent","BSD-2-Clause-Views","BSD-2-Clause-first-lines","BSD-2-Clause-pkgconf-disclaimer","BSD-2-Clause-pos-unchanged","BSD-3-Clause","BSD-3-Clause-Attribution","BSD-3-Clause-Clear","BSD-3-Clause-HP","BSD-3-Clause-LBNL","BSD-3-Clause-Modification","BSD-3-Clause-No-Military-License","BSD-3-Clause-No-Nuclear-License","BSD-3-Clause-No-Nuclear-License-2014","BSD-3-Clause-No-Nuclear-Warranty","BSD-3-Clause-Open-MPI","BSD-3-Clause-OpenWebUI","BSD-3-Clause-Sun","BSD-3-Clause-Tso","BSD-3-Clause-acpica","BSD-3-Clause-flex","BSD-4-Clause","BSD-4-Clause-Shortened","BSD-4-Clause-UC","BSD-4.3RENO","BSD-4.3TAHOE","BSD-Advertising-Acknowledgement","BSD-Attribution-HPND-disclaimer","BSD-Inferno-Nettverk","BSD-Mark-Modifications","BSD-Protection","BSD-Source-Code","BSD-Source-Code-no-disclaimer","BSD-Source-alt-GPL","BSD-Source-beginning-file","BSD-Systemics","BSD-Systemics-W3Works","BSD-ask-to-endorse","BSL-1.0","BUSL-1.1","Baekmuk","Bahyph","Barr","Beerware","BitTorrent-1.0","BitTorrent-1.1","Bitstream-Charter","Bitstream-Vera","BlueOak-1.0.0","Boehm-GC","Boehm-GC-without-fee","Borceux","Brian-Gladman-2-Clause","Brian-Gladman-3-Clause","Brian-Gladman-3-Clause-no-conversion","Buddy","Bugroff","C-UDA-1.0","CAL-1.0","CAL-1.0-Combined-Work-Exception","CAPEC-tou","CATOSL-1.1","CC-BY-1.0","CC-BY-2.0","CC-BY-2.5","CC-BY-2.5-AU","CC-BY-3.0","CC-BY-3.0-AT","CC-BY-3.0-AU","CC-BY-3.0-DE","CC-BY-3.0-IGO","CC-BY-3.0-NL","CC-BY-3.0-US","CC-BY-4.0","CC-BY-NC-1.0","CC-BY-NC-2.0","CC-BY-NC-2.5","CC-BY-NC-3.0","CC-BY-NC-3.0-DE","CC-BY-NC-3.0-IGO","CC-BY-NC-4.0","CC-BY-NC-ND-1.0","CC-BY-NC-ND-2.0","CC-BY-NC-ND-2.5","CC-BY-NC-ND-3.0","CC-BY-NC-ND-3.0-DE","CC-BY-NC-ND-3.0-IGO","CC-BY-NC-ND-4.0","CC-BY-NC-SA-1.0","CC-BY-NC-SA-2.0","CC-BY-NC-SA-2.0-DE","CC-BY-NC-SA-2.0-FR","CC-BY-NC-SA-2.0-UK","CC-BY-NC-SA-2.5","CC-BY-NC-SA-3.0","CC-BY-NC-SA-3.0-DE","CC-BY-NC-SA-3.0-IGO","CC-BY-NC-SA-4.0","CC-BY-ND-1.0","CC-BY-ND-2.0","CC-BY-ND-2.5","CC-BY-ND-3.0","CC-BY-ND-3.0-DE","CC-BY-ND-4.0","CC-BY-SA-1.0","CC-BY-SA-2.0","CC-BY-SA-2.0-UK","CC-BY-SA-2.1-JP","CC-BY-SA-2.5","CC-BY-SA-3.0","CC-BY-SA-3.0-AT","CC-BY-SA-3.0-DE","CC-BY-SA-3.0-IGO","CC-BY-SA-4.0","CC-PDDC","CC-PDM-1.0","CC-SA-1.0","CC0-1.0","CDDL-1.0","CDDL-1.1","CDL-1.0","CDLA-Permissive-1.0","CDLA-Permissive-2.0","CDLA-Sharing-1.0","CECILL-1.0","CECILL-1.1","CECILL-2.0","CECILL-2.1","CECILL-B","CECILL-C","CERN-OHL-1.1","CERN-OHL-1.2","CERN-OHL-P-2.0","CERN-OHL-S-2.0","CERN-OHL-W-2.0","CFITSIO","CMU-Mach","CMU-Mach-nodoc","CNRI-Jython","CNRI-Python","CNRI-Python-GPL-Compatible","COIL-1.0","CPAL-1.0","CPL-1.0","CPOL-1.02","CUA-OPL-1.0","Caldera","Caldera-no-preamble","Catharon","ClArtistic","Clips","Community-Spec-1.0","Condor-1.1","Cornell-Lossless-JPEG","Cronyx","Crossword","CryptoSwift","CrystalStacker","Cube","D-FSL-1.0","DEC-3-Clause","DL-DE-BY-2.0","DL-DE-ZERO-2.0","DOC","DRL-1.0","DRL-1.1","DSDP","DocBook-DTD","DocBook-Schema","DocBook-Stylesheet","DocBook-XML","Dotseqn","ECL-1.0","ECL-2.0","EFL-1.0","EFL-2.0","EPICS","EPL-1.0","EPL-2.0","ESA-PL-permissive-2.4","ESA-PL-strong-copyleft-2.4","ESA-PL-weak-copyleft-2.4","EUDatagrid","EUPL-1.0","EUPL-1.1","EUPL-1.2","Elastic-2.0","Entessa","ErlPL-1.1","Eurosym","FBM","FDK-AAC","FDK-MPEG-H","FSFAP","FSFAP-no-warranty-disclaimer","FSFUL","FSFULLR","FSFULLRSD","FSFULLRWD","FSL-1.1-ALv2","FSL-1.1-MIT","FTL","Fair","Ferguson-Twofish","Frameworx-1.0","FreeBSD-DOC","FreeImage","Furuseth","GCR-docs","GD","GFDL-1.1-invariants-only","GFDL-1.1-invariants-or-later","GFDL-1.1-no-invariants-only","GFDL-1.1-no-invariants-or-later","GFDL-1.1-only","GFDL-1.1-or-later","GFDL-1.2-invariants-only","GFDL-1.2-invariants-or-later","GFDL-1.2-no-invariants-only","GFDL-1.2-no-invariants-or-later","GFDL-1.2-only","GFDL-1.2-or-later","GFDL-1.3-invariants-only","GFDL-1.3-invariants-or-later","GFDL-1.3-no-invariants-only","GFDL-1.3-no-invariants-or-later","GFDL-1.3-only","GFDL-1.3-or-later","GL2PS","GLWTPL","GPL-1.0-only","GPL-1.0-or-later","GPL-2.0-only","GPL-2.0-or-later","GPL-3.0-only","GPL-3.0-or-later","Game-Programming-Gems","Giftware","Glide","Glulxe","Graphics-Gems","Gutmann","HDF5","HIDAPI","HP-1986","HP-1989","HPND","HPND-DEC","HPND-Fenneberg-Livingston","HPND-INRIA-IMAG","HPND-Intel","HPND-Kevlin-Henney","HPND-MIT-disclaimer","HPND-Markus-Kuhn","HPND-Netrek","HPND-Pbmplus","HPND-SMC","HPND-UC","HPND-UC-export-US","HPND-doc","HPND-doc-sell","HPND-export-US","HPND-export-US-acknowledgement","HPND-export-US-modify","HPND-export2-US","HPND-merchantability-variant","HPND-sell-MIT-disclaimer-xserver","HPND-sell-regexpr","HPND-sell-variant","HPND-sell-variant-MIT-disclaimer","HPND-sell-variant-MIT-disclaimer-rev","HPND-sell-variant-critical-systems","HTMLTIDY","HaskellReport","Hippocratic-2.1","Hippocratic-3.0-core","IBM-pibs","ICU","IEC-Code-Components-EULA","IJG","IJG-short","IPA","IPL-1.0","ISC","ISC-Veillard","ISO-permission","ImageMagick","Imlib2","Info-ZIP","Informatica","Inner-Net-2.0","InnoSetup","Intel","Intel-ACPI","Interbase-1.0","JPL-image","JPNIC","JSON","Jam","JasPer-2.0","Kastrup","Kazlib","Knuth-CTAN","LAL-1.2","LAL-1.3","LGPL-2.0-only","LGPL-2.0-or-later","LGPL-2.1-only","LGPL-2.1-or-later","LGPL-3.0-only","LGPL-3.0-or-later","LGPLLR","LOOP","LPD-document","LPL-1.0","LPL-1.02","LPPL-1.0","LPPL-1.1","LPPL-1.2","LPPL-1.3a","LPPL-1.3c","LZMA-SDK-9.11-to-9.20","LZMA-SDK-9.22","Latex2e","Latex2e-translated-notice","Leptonica","LiLiQ-P-1.1","LiLiQ-R-1.1","LiLiQ-Rplus-1.1","Libpng","Linux-OpenIB","Linux-man-pages-1-para","Linux-man-pages-copyleft","Linux-man-pages-copyleft-2-para","Linux-man-pages-copyleft-var","Lucida-Bitmap-Fonts","MIPS","MIT","MIT-0","MIT-CMU","MIT-Click","MIT-Festival","MIT-Khronos-old","MIT-Modern-Variant","MIT-STK","MIT-Wu","MIT-advertising","MIT-enna","MIT-feh","MIT-open-group","MIT-testregex","MITNFA","MMIXware","MMPL-1.0.1","MPEG-SSG","MPL-1.0","MPL-1.1","MPL-2.0","MPL-2.0-no-copyleft-exception","MS-LPL","MS-PL","MS-RL","MTLL","MVT-1.1","Mackerras-3-Clause","Mackerras-3-Clause-acknowledgment","MakeIndex","Martin-Birgmeier","McPhee-slideshow","Minpack","MirOS","Motosoto","MulanPSL-1.0","MulanPSL-2.0","Multics","Mup","NAIST-2003","NASA-1.3","NBPL-1.0","NCBI-PD","NCGL-UK-2.0","NCL","NCSA","NGPL","NICTA-1.0","NIST-PD","NIST-PD-TNT","NIST-PD-fallback","NIST-Software","NLOD-1.0","NLOD-2.0","NLPL","NOSL","NPL-1.0","NPL-1.1","NPOSL-3.0","NRL","NTIA-PD","NTP","NTP-0","Naumen","NetCDF","Newsletr","Nokia","Noweb","O-UDA-1.0","OAR","OCCT-PL","OCLC-2.0","ODC-By-1.0","ODbL-1.0","OFFIS","OFL-1.0","OFL-1.0-RFN","OFL-1.0-no-RFN","OFL-1.1","OFL-1.1-RFN","OFL-1.1-no-RFN","OGC-1.0","OGDL-Taiwan-1.0","OGL-Canada-2.0","OGL-UK-1.0","OGL-UK-2.0","OGL-UK-3.0","OGTSL","OLDAP-1.1","OLDAP-1.2","OLDAP-1.3","OLDAP-1.4","OLDAP-2.0","OLDAP-2.0.1","OLDAP-2.1","OLDAP-2.2","OLDAP-2.2.1","OLDAP-2.2.2","OLDAP-2.3","OLDAP-2.4","OLDAP-2.5","OLDAP-2.6","OLDAP-2.7","OLDAP-2.8","OLFL-1.3","OML","OPL-1.0","OPL-UK-3.0","OPUBL-1.0","OSC-1.0","OSET-PL-2.1","OSL-1.0","OSL-1.1","OSL-2.0","OSL-2.1","OSL-3.0","OSSP","OpenMDW-1.0","OpenPBS-2.3","OpenSSL","OpenSSL-standalone","OpenVision","PADL","PDDL-1.0","PHP-3.0","PHP-3.01","PPL","PSF-2.0","ParaType-Free-Font-1.3","Parity-6.0.0","Parity-7.0.0","Pixar","Plexus","PolyForm-Noncommercial-1.0.0","PolyForm-Small-Business-1.0.0","PostgreSQL","Python-2.0","Python-2.0.1","QPL-1.0","QPL-1.0-INRIA-2004","Qhull","RHeCos-1.1","RPL-1.1","RPL-1.5","RPSL-1.0","RSA-MD","RSCPL","Rdisc","Ruby","Ruby-pty","SAX-PD","SAX-PD-2.0","SCEA","SGI-B-1.0","SGI-B-1.1","SGI-B-2.0","SGI-OpenGL","SGMLUG-PM","SGP4","SHL-0.5","SHL-0.51","SISSL","SISSL-1.2","SL","SMAIL-GPL","SMLNJ","SMPPL","SNIA","SOFA","SPL-1.0","SSH-OpenSSH","SSH-short","SSLeay-standalone","SSPL-1.0","SUL-1.0","SWL","Saxpath","SchemeReport","Sendmail","Sendmail-8.23","Sendmail-Open-Source-1.1","SimPL-2.0","Sleepycat","Soundex","Spencer-86","Spencer-94","Spencer-99","SugarCRM-1.1.3","Sun-PPP","Sun-PPP-2000","SunPro","Symlinks","TAPR-OHL-1.0","TCL","TCP-wrappers","TGPPL-1.0","TMate","TORQUE-1.1","TOSL","TPDL","TPL-1.0","TTWL","TTYP0","TU-Berlin-1.0","TU-Berlin-2.0","TekHVC","TermReadKey","ThirdEye","TrustedQSL","UCAR","UCL-1.0","UMich-Merit","UPL-1.0","URT-RLE","Ubuntu-font-1.0","UnRAR","Unicode-3.0","Unicode-DFS-2015","Unicode-DFS-2016","Unicode-TOU","UnixCrypt","Unlicense","Unlicense-libtelnet","Unlicense-libwhirlpool","VOSTROM","VSL-1.0","Vim","Vixie-Cron","W3C","W3C-19980720","W3C-20150513","WTFNMFPL","WTFPL","Watcom-1.0","Widget-Workshop","WordNet","Wsuipa","X11","X11-distribute-modifications-variant","X11-no-permit-persons","X11-swapped","XFree86-1.1","XSkat","Xdebug-1.03","Xerox","Xfig","Xnet","YPL-1.0","YPL-1.1","ZPL-1.1","ZPL-2.0","ZPL-2.1","Zed","Zeeff","Zend-2.0","Zimbra-1.3","Zimbra-1.4","Zlib","any-OSI","any-OSI-perl-modules","atc-game","bcrypt-Solar-Designer","blessing","bzip2-1.0.6","check-cvs","checkmk","copyleft-next-0.3.0","copyleft-next-0.3.1","curl","cve-tou","diffmark","dtoa","dvipdfm","eGenix","etalab-2.0","fwlw","gSOAP-1.3b","generic-xts","gnuplot","gtkbook","hdparm","hyphen-bulgarian","iMatix","jove","libpng-1.6.35","libpng-2.0","libselinux-1.0","libtiff","libutil-David-Nugent","lsof","magaz","mailprio","man2html","metamail","mpi-permissive","mpich2","mplus","ngrep","pkgconf","pnmstitch","psfrag","psutils","python-ldap","radvd","snprintf","softSurfer","ssh-keyscan","swrule","threeparttable","ulem","w3m","wwl","xinetd","xkeyboard-config-Zinoviev","xlock","xpp","xzoom","zlib-acknowledgement"]');

/***/ }),

/***/ 39344:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('[["AFL-1.1","AFL-1.2","AFL-2.0","AFL-2.1","AFL-3.0"],["AGPL-1.0",["AGPL-3.0","AGPL-3.0-only"]],["Apache-1.0","Apache-1.1","Apache-2.0"],["APSL-1.0","APSL-1.1","APSL-1.2","APSL-2.0"],["Artistic-1.0","Artistic-2.0"],["BitTorrent-1.0","BitTorrent-1.1"],["CC-BY-1.0","CC-BY-2.0","CC-BY-2.5","CC-BY-3.0","CC-BY-4.0"],["CC-BY-NC-1.0","CC-BY-NC-2.0","CC-BY-NC-2.5","CC-BY-NC-3.0","CC-BY-NC-4.0"],["CC-BY-NC-ND-1.0","CC-BY-NC-ND-2.0","CC-BY-NC-ND-2.5","CC-BY-NC-ND-3.0","CC-BY-NC-ND-4.0"],["CC-BY-NC-SA-1.0","CC-BY-NC-SA-2.0","CC-BY-NC-SA-2.5","CC-BY-NC-SA-3.0","CC-BY-NC-SA-4.0"],["CC-BY-ND-1.0","CC-BY-ND-2.0","CC-BY-ND-2.5","CC-BY-ND-3.0","CC-BY-ND-4.0"],["CC-BY-SA-1.0","CC-BY-SA-2.0","CC-BY-SA-2.5","CC-BY-SA-3.0","CC-BY-SA-4.0"],["CDDL-1.0","CDDL-1.1"],["CECILL-1.0","CECILL-1.1","CECILL-2.0"],["ECL-1.0","ECL-2.0"],["EFL-1.0","EFL-2.0"],["EPL-1.0","EPL-2.0"],["EUPL-1.0","EUPL-1.1"],[["GFDL-1.1","GFDL-1.1-only"],["GFDL-1.2","GFDL-1.2-only"],["GFDL-1.1-or-later","GFDL-1.2-or-later","GFDL-1.3","GFDL-1.3-only","GFDL-1.3-or-later"]],[["GPL-1.0","GPL-1.0-only"],["GPL-2.0","GPL-2.0-only"],["GPL-1.0-or-later","GPL-2.0-or-later","GPL-3.0","GPL-3.0-only","GPL-3.0-or-later"]],[["LGPL-2.0","LGPL-2.0-only"],["LGPL-2.1","LGPL-2.1-only"],["LGPL-2.0-or-later","LGPL-2.1-or-later","LGPL-3.0","LGPL-3.0-only","LGPL-3.0-or-later"]],["LPL-1.0","LPL-1.02"],["LPPL-1.0","LPPL-1.1","LPPL-1.2","LPPL-1.3a","LPPL-1.3c"],["MPL-1.0","MPL-1.1","MPL-2.0"],["MPL-1.0","MPL-1.1","MPL-2.0-no-copyleft-exception"],["NPL-1.0","NPL-1.1"],["OFL-1.0","OFL-1.1"],["OLDAP-1.1","OLDAP-1.2","OLDAP-1.3","OLDAP-1.4","OLDAP-2.0","OLDAP-2.0.1","OLDAP-2.1","OLDAP-2.2","OLDAP-2.2.1","OLDAP-2.2.2","OLDAP-2.3","OLDAP-2.4","OLDAP-2.5","OLDAP-2.6","OLDAP-2.7","OLDAP-2.8"],["OSL-1.0","OSL-1.1","OSL-2.0","OSL-2.1","OSL-3.0"],["PHP-3.0","PHP-3.01"],["RPL-1.1","RPL-1.5"],["SGI-B-1.0","SGI-B-1.1","SGI-B-2.0"],["YPL-1.0","YPL-1.1"],["ZPL-1.1","ZPL-2.0","ZPL-2.1"],["Zimbra-1.3","Zimbra-1.4"],["bzip2-1.0.5","bzip2-1.0.6"]]');

/***/ })

};
