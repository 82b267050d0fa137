import './intervention-form/define.js'
