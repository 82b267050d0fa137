import './credential-field/define.js'
import './extras-quote/define.js'
import './intervention-form/define.js'
import './status-tracker/define.js'
