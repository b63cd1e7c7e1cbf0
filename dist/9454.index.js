export const id = 9454;
export const ids = [9454];
export const modules = {

/***/ 67073:
/***/ ((module) => {

module.exports = eval("require")("kerberos");


/***/ })

};
