import './credential-field/define.js'
import './intervention-form/define.js'
